"""graph.html as a reader meets it: in Chromium, with the network off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from kg.config import Config
from kg.model.claim import Modality, Observation, Post, Relation
from kg.model.mention import Type
from kg.stages import build
from kg.views import html
from tests import oracle
from tests.views import browser, madegraph
from tests.views.browser import Visit

COVERED = """(() => {
  picture.network.redraw();
  const { network, marks } = picture;
  const scale = network.getScale();
  const found = captions.named().filter(({ line, part, half }) => {
    const [a, b] = [line.from, line.to].map((id) => network.canvasToDOM(network.getPosition(id)));
    const [x, y] = [a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part];
    return [...picture.focus()].some((id) => {
      const at = network.canvasToDOM(network.getPosition(id));
      const reach = marks.get(id).size * scale;
      return Math.abs(at.x - x) < half + reach - 1 && Math.abs(at.y - y) < 8 + reach - 1;
    });
  });
  return [captions.named().length, found.map((one) => one.text)];
})()"""
"""How many relations are named in the picture, and those whose names cover a mark."""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser.chromium() as found:
        yield found


@pytest.fixture(scope="module")
def real_outputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `kg build` makes of the real pages."""
    folder = tmp_path_factory.mktemp("real") / "outputs"
    build([oracle.shared("seeds")], folder, Config())
    return folder


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Five things and what one sentence says of them."""
    text = "青河市远山机械有限公司总经理林大川说,远山机械生产的播种机计划出口巴西,不向智利出口,去年产值3亿元。"
    entities: dict[str, tuple[Type, tuple[str, ...]]] = {
        "company/1": ("Company", ("青河市远山机械有限公司", "远山机械")),
        "person/1": ("Person", ("林大川",)),
        "product/1": ("Product", ("播种机",)),
        "place/1": ("Place", ("巴西",)),
        "place/2": ("Place", ("智利",)),
        "honor/1": ("Honor", ("无人提及的称号",)),
    }
    facts: list[tuple[Relation | Post | Observation, Modality]] = [
        (Relation(subject="company/1", predicate="produces", object="product/1"), "asserted"),
        (Relation(subject="company/1", predicate="exportsTo", object="place/1"), "planned"),
        (Relation(subject="company/1", predicate="exportsTo", object="place/2"), "denied"),
        (Post(person="person/1", title="总经理", of="company/1", held_on="2024-05-06"), "asserted"),
        (Observation(subject="company/1", metric="产值", value="3", unit="亿元", period="2023"), "asserted"),
    ]
    path = tmp_path_factory.mktemp("small") / "graph.html"
    html.write(madegraph.made(text, entities, facts, title="播种机走出去"), path)
    return path


def test_a_search_shows_the_sentence_its_article_and_its_offsets(chromium: Browser, small: Path) -> None:
    visit = Visit(chromium, small)
    visit.find("远山机械")
    said = visit.panel()
    assert "青河市远山机械有限公司" in said
    assert "播种机走出去" in said and "2024-05-06" in said and "page.txt" in said and "0–" in said
    assert "总经理" in said and "计划" in said and "否认" in said and "3亿元" in said
    assert visit.page.evaluate("location.hash") == "#e=company/1"
    visit.close()


def test_initials_find_a_name_and_escape_lets_go(chromium: Browser, small: Path) -> None:
    visit = Visit(chromium, small)
    visit.find("bzj")
    assert visit.panel().startswith("播种机")
    visit.page.keyboard.press("Escape")
    assert visit.page.evaluate("location.hash") == ""
    assert "关系最多" in visit.panel()
    visit.close()


def test_what_has_no_relation_is_found_but_not_drawn(chromium: Browser, small: Path) -> None:
    visit = Visit(chromium, small)
    assert visit.shown() == 5
    visit.find("无人提及")
    assert "未画在图中" in visit.panel()
    visit.close()


def test_the_legend_hides_types_and_relations_and_the_address_remembers(chromium: Browser, small: Path) -> None:
    visit = Visit(chromium, small)
    visit.page.locator("#types input[value=Place]").uncheck()
    assert visit.shown() == 3
    visit.page.locator("#relations input[value=holdsPost]").uncheck()
    drawn = visit.page.evaluate("[...picture.lines.values()].filter((line) => !line.hidden).length")
    assert drawn == 1
    kept = visit.page.evaluate("location.hash")
    visit.close()
    again = Visit(chromium, small, address=kept)
    assert again.shown() == 3
    assert not again.page.locator("#types input[value=Place]").is_checked()
    again.close()


def test_the_address_restores_what_was_selected_and_the_language(chromium: Browser, small: Path) -> None:
    visit = Visit(chromium, small, address="#e=person/1&lang=en")
    assert "林大川" in visit.panel() and "person" in visit.panel()
    visit.page.locator("#language").click()
    assert "人物" in visit.panel()
    assert visit.page.evaluate("location.hash") == "#e=person/1"
    visit.close()


def test_a_planned_fact_is_dashed_and_a_denied_one_is_red(chromium: Browser, small: Path) -> None:
    visit = Visit(chromium, small)
    lines = visit.page.evaluate(
        "picture.network.body.data.edges.get().map((edge) => [edge.modality, edge.dashes !== false, edge.color.color])"
    )
    looks = {modality: (dashed, colour) for modality, dashed, colour in lines}
    assert not looks["asserted"][0] and looks["planned"][0] and looks["denied"][0]
    assert looks["denied"][1] == "#c23b3b" != looks["asserted"][1]
    visit.close()


def test_a_click_on_a_mark_selects_it(chromium: Browser, small: Path) -> None:
    visit = Visit(chromium, small)
    at = visit.page.evaluate(
        "(() => { const at = picture.network.canvasToDOM(picture.network.getPosition('product/1'));"
        " const box = picture.box.getBoundingClientRect(); return [box.left + at.x, box.top + at.y]; })()"
    )
    visit.page.mouse.click(*at)
    visit.page.wait_for_function("location.hash === '#e=product/1'")
    assert "生产企业" in visit.panel()
    visit.close()


def test_results_can_be_walked_with_the_arrows(chromium: Browser, small: Path) -> None:
    visit = Visit(chromium, small)
    visit.page.keyboard.press("/")
    visit.page.keyboard.insert_text("i")
    assert visit.page.locator("#results .none").is_visible()
    visit.page.locator("#query").fill("机")
    first = visit.page.locator("#results [aria-selected=true]").inner_text()
    visit.page.keyboard.press("ArrowDown")
    assert visit.page.locator("#results [aria-selected=true]").inner_text() != first
    visit.page.keyboard.press("Enter")
    assert visit.page.evaluate("location.hash") != ""
    visit.close()


def test_names_of_others_never_run(chromium: Browser, tmp_path: Path) -> None:
    names = [
        "<script>alert(1)</script>", "<img src=x onerror=alert(2)>", "</script><script>alert(3)</script>",
        "<a href='javascript:alert(4)'>href</a>", "{{7*7}}", "{% raw %}", "<!--<script>", "`${alert(5)}`",
    ]  # fmt: skip
    entities: dict[str, tuple[Type, tuple[str, ...]]] = {
        f"company/{i}": ("Company", (name, f"{name}又名")) for i, name in enumerate(names)
    }
    entities["company/<b id='x'>&\""] = ("Company", ("引号\"'&",))
    ids = list(entities)
    facts: list[tuple[Relation | Post | Observation, Modality]] = [
        (Relation(subject=a, predicate="suppliesTo", object=b), "asserted") for a, b in pairwise(ids)
    ]
    facts.append((Observation(subject=ids[0], metric="<i>值</i>", value="1", unit="<u>"), "asserted"))
    path = tmp_path / "graph.html"
    html.write(madegraph.made("、".join(names), entities, facts, title="<script>alert(6)</script>"), path)
    for id in ids:
        visit = Visit(chromium, path)
        visit.page.evaluate("(id) => select(id)", id)
        assert entities[id][1][0] in visit.panel()
        assert visit.page.locator("#panel script, #panel img, #panel a, #panel i, #panel u, #x").count() == 0
        visit.close()
    visit = Visit(chromium, path)
    visit.find("<script>")
    assert "49" not in visit.page.locator("#panel h2").inner_text()
    visit.close()


def test_a_phone_needs_no_sideways_scrolling(chromium: Browser, small: Path) -> None:
    visit = Visit(chromium, small, width=390, height=800)
    visit.find("远山机械")
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= 390
    stage, panel = visit.page.locator("#stage").bounding_box(), visit.page.locator("#panel").bounding_box()
    assert stage and panel and panel["y"] >= stage["y"] + stage["height"] - 1
    visit.close()


def test_the_dark_scheme_has_light_text_on_a_dark_ground(chromium: Browser, small: Path) -> None:
    visit = Visit(chromium, small, scheme="dark")
    ground, text = visit.page.evaluate(
        "['backgroundColor', 'color'].map((name) => getComputedStyle(document.body)[name])"
    )
    assert _lightness(ground) < 60 < 180 < _lightness(text)
    visit.close()


def test_the_picture_can_be_saved(chromium: Browser, small: Path) -> None:
    visit = Visit(chromium, small, address="#e=company/1")
    with visit.page.expect_download() as download:
        visit.page.locator("#save").click()
    assert download.value.suggested_filename == "青河市远山机械有限公司.png"
    assert Path(download.value.path()).read_bytes().startswith(b"\x89PNG")
    visit.close()


def test_a_gathered_picture_unfolds(chromium: Browser, tmp_path: Path) -> None:
    entities: dict[str, tuple[Type, tuple[str, ...]]] = {
        f"company/{i}": ("Company", (f"第{i}机械厂",)) for i in range(12)
    }
    entities["place/1"] = ("Place", ("青河县",))
    facts: list[tuple[Relation | Post | Observation, Modality]] = [
        (Relation(subject=f"company/{i}", predicate="locatedIn", object="place/1"), "asserted") for i in range(12)
    ]
    path = tmp_path / "graph.html"
    path.write_text(html.render(madegraph.made("一句话。", entities, facts), limit=5), encoding="utf-8")
    visit = Visit(chromium, path)
    assert "汇总" in visit.page.locator("#notice").inner_text()
    assert visit.shown() == 3
    visit.page.evaluate("select('group/place/1/Company')")
    visit.page.locator(".unfold").click()
    assert visit.shown() == 15
    visit.find("青河县")
    assert visit.shown() == 16 and "位于此地" in visit.panel()
    visit.close()


def _shows_the_evidence_of_a_company(chromium: Browser, built: Path, page: str) -> None:
    visit = Visit(chromium, built / "graph.html")
    visit.find("中通客车")
    assert visit.page.locator("#panel h2").inner_text().startswith("中通客车")
    marked = visit.page.locator("#panel blockquote mark.subject").all_inner_texts()
    assert "中通客车" in marked
    assert re.search(rf"{page}，字符 \d+–\d+", visit.panel())
    assert visit.page.evaluate("location.hash").startswith("#e=company/")
    visit.close()


def test_the_page_of_a_build_of_the_pages_that_ship_shows_the_evidence_of_a_company(
    chromium: Browser, seeds_outputs: Path
) -> None:
    _shows_the_evidence_of_a_company(chromium, seeds_outputs, "000_automobile.txt")


def test_the_page_of_a_build_of_the_real_pages_shows_the_evidence_of_a_company(
    chromium: Browser, real_outputs: Path
) -> None:
    _shows_the_evidence_of_a_company(chromium, real_outputs, r"00\d_\w+\.txt")


@pytest.mark.parametrize(("width", "height"), [(1400, 900), (390, 800)])
def test_no_name_of_a_relation_covers_a_mark_of_the_neighbourhood(
    chromium: Browser, seeds_outputs: Path, width: int, height: int
) -> None:
    visit = Visit(chromium, seeds_outputs / "graph.html", width=width, height=height)
    visit.find("中通客车")
    named, covered = visit.page.evaluate(COVERED)
    assert named > 0 or width < 1000
    assert covered == []
    visit.close()


def test_on_a_phone_the_whole_neighbourhood_is_in_the_picture(chromium: Browser, seeds_outputs: Path) -> None:
    visit = Visit(chromium, seeds_outputs / "graph.html", width=390, height=800)
    for name in ("中通客车", "聊城市", "时风集团"):
        visit.find(name)
        outside = visit.page.evaluate("[...picture.focus()].filter(outside)")
        assert visit.page.evaluate("picture.focus().size") > 3
        assert outside == []
    visit.close()


def test_a_search_for_what_the_page_leaves_out_names_the_command(
    chromium: Browser, small: Path, tmp_path: Path
) -> None:
    page = small.read_text(encoding="utf-8").replace('"entities":0,"facts":0', '"entities":7,"facts":0')
    (tmp_path / "graph.html").write_text(page, encoding="utf-8")
    for file, words in (
        (small, "没有找到"),
        (tmp_path / "graph.html", "本页没有找到。另有 7 个实体未收入本页，请用命令查询：kg search 远山造船"),
    ):
        visit = Visit(chromium, file)
        visit.find("远山造船")
        assert visit.page.locator("#results .none").inner_text() == words
        visit.close()


def test_the_legend_counts_the_whole_graph(chromium: Browser, small: Path) -> None:
    visit = Visit(chromium, small, address="#lang=en")
    counts = dict(zip(
        visit.page.locator("#types li span, #relations li span").all_inner_texts(),
        visit.page.locator("#types li small, #relations li small").all_inner_texts(), strict=True,
    ))  # fmt: skip
    assert (counts["honour"], counts["place"], counts["exports to"]) == ("1", "2", "2")
    assert "1 page · 1 article · 6 entities · 5 facts" in visit.page.locator("#about").inner_text()
    visit.close()


def _lightness(colour: str) -> float:
    return sum(int(part) for part in re.findall(r"\d+", colour)[:3]) / 3
