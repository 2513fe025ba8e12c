import msgspec
import pytest

from kg.extract import positions
from kg.extract.scene import Scene
from kg.model.claim import Post
from tests import oracle
from tests.extract.scenes import scene


def posts(marked: str, home: str | None = None) -> list[tuple[str, str, str]]:
    facts = [claim.fact for claim in positions.claims(scene(marked, home))]
    return [(fact.person, fact.title, fact.of) for fact in facts if isinstance(fact, Post)]


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("[海丰公司|Company]总经理[周建国|Person]说。", [("周建国", "总经理", "海丰公司")]),
        ("[海丰公司|Company]技术副总经理[周建国|Person]说。", [("周建国", "技术副总经理", "海丰公司")]),
        ("[海丰公司|Company]铸造分厂厂长[周建国|Person]说。", [("周建国", "铸造分厂厂长", "海丰公司")]),
        (
            "[青原县教育局|Government]党组书记、局长[周建国|Person]表示。",
            [("周建国", "党组书记", "青原县教育局"), ("周建国", "局长", "青原县教育局")],
        ),
        (
            "[青原市|Place:city]委副书记、市长[周建国|Person]致辞。",
            [("周建国", "市委副书记", "青原市"), ("周建国", "市长", "青原市")],
        ),
        ("[青原县|Place:county]县委书记[周建国|Person]说。", [("周建国", "县委书记", "青原县")]),
        ("[柳林镇|Place:town]党委书记[周建国|Person]说。", [("周建国", "党委书记", "柳林镇")]),
        ("[瓦利亚|Place:country]首相[莫雷|Person]说。", [("莫雷", "首相", "瓦利亚")]),
        (
            "[青原市|Place:city]人大代表、[青原县|Place:county][柳林镇|Place:town][东营村|Place:village]党支部书记[周建国|Person]说。",
            [("周建国", "人大代表", "青原市"), ("周建国", "党支部书记", "东营村")],
        ),
        (
            "[青原市人社局|Government]党组成员，[青原市就业中心|Government]书记、主任[周建国|Person]说。",
            [
                ("周建国", "党组成员", "青原市人社局"),
                ("周建国", "书记", "青原市就业中心"),
                ("周建国", "主任", "青原市就业中心"),
            ],
        ),
        (
            "[省人社厅|Government]副主任[吴海|Person]，[省科技厅|Government]副厅级干部[周建国|Person]出席。",
            [("吴海", "副主任", "省人社厅"), ("周建国", "副厅级干部", "省科技厅")],
        ),
    ],
)
def test_titles_before_a_name(marked: str, wanted: list[tuple[str, str, str]]) -> None:
    assert posts(marked) == wanted


def test_speakers_of_a_congress_have_all_titles_of_the_brackets() -> None:
    assert posts("[周建国|Person]代表（[海丰集团|Company]党委书记、董事长）") == [
        ("周建国", "党委书记", "海丰集团"),
        ("周建国", "董事长", "海丰集团"),
    ]


def test_a_rank_behind_the_name_is_an_office_of_the_nation() -> None:
    assert posts("[中国|Place:country]发展快。[周建国|Person]总书记指出。") == [("周建国", "总书记", "中国")]
    assert posts("[中国|Place:country]发展快。[越南|Place:country]的[周建国|Person]总书记指出。") == []


def test_a_bare_title_in_a_paragraph_without_a_firm_is_of_the_firm_most_named() -> None:
    marked = (
        "[海丰公司|Company]扩产。[海丰公司|Company]招工。[海丰公司|Company]在外地设立[云帆电子|Company]。\n"
        "总经理助理[周建国|Person]说。"
    )
    assert posts(marked) == [("周建国", "总经理助理", "海丰公司")]


def test_a_bare_county_office_is_of_the_only_county_of_the_page() -> None:
    marked = "[青原县|Place:county]开会。" + "路上下着雨。" * 60 + "副县长[周建国|Person]说。"
    assert posts(marked) == []


def test_a_title_behind_its_kind_of_body_is_of_the_last_such_body() -> None:
    marked = "孩子们住在[青原孤儿院|Institution]。[海丰公司|Company]来了。孤儿院院长[周建国|Person]说。"
    assert posts(marked) == [("周建国", "院长", "青原孤儿院")]


def test_who_is_said_to_be_something_holds_the_office() -> None:
    assert posts("[周建国|Person]是[海丰公司|Company]总经理，常来。") == [("周建国", "总经理", "海丰公司")]


def test_bare_titles_of_the_home_region() -> None:
    marked = (
        "[青原市|Place:city]开会。副市长[吴海波|Person]，副市长、[青原市公安局|Government]局长[周建国|Person]出席。"
    )
    assert posts(marked, home="青原市") == [
        ("吴海波", "副市长", "青原市"),
        ("周建国", "副市长", "青原市"),
        ("周建国", "局长", "青原市公安局"),
    ]


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("[海丰公司|Company]投产。该公司总经理[周建国|Person]说。", [("周建国", "总经理", "海丰公司")]),
        ("[海丰公司|Company]投产。县人大代表、公司总经理[周建国|Person]说。", [("周建国", "总经理", "海丰公司")]),
        ("[柳林镇|Place:town]很大。该镇党委书记[周建国|Person]说。", [("周建国", "党委书记", "柳林镇")]),
        ("[青原县税务局|Government]很忙。“要快。”局长[周建国|Person]说。", [("周建国", "局长", "青原县税务局")]),
        ("[海丰公司|Company]投产。“很好。”总经理[周建国|Person]说。", [("周建国", "总经理", "海丰公司")]),
    ],
)
def test_bodies_that_were_named_before(marked: str, wanted: list[tuple[str, str, str]]) -> None:
    assert posts(marked) == wanted


@pytest.mark.parametrize(
    "marked",
    [
        "[海丰公司|Company]员工[周建国|Person]说。",
        "[北京|Place:city]大学教授[周建国|Person]说。",
        "[青原市|Place:city]局长[周建国|Person]说。",
        "[青原县|Place:county]村民[周建国|Person]说。",
        "[海丰公司|Company]来了一队人，队长[周建国|Person]带路。",
        "[长宁区|Place:county]虹桥居民区党总支书记[周建国|Person]说。",
        "[吴海|Person]任[青原市|Place:city]市长，局长[周建国|Person]出席。",
    ],
)
def test_no_post_where_no_body_fits(marked: str) -> None:
    assert [p for p in posts(marked) if p[0] == "周建国"] == []


def test_an_organ_that_is_not_known_hides_only_its_own_title() -> None:
    marked = "[青原市|Place:city]开会。副市长、东湖管理区书记[周建国|Person]出席。"
    assert posts(marked, home="青原市") == [("周建国", "副市长", "青原市")]


def test_a_deputy_s_title_is_shared_and_a_chief_s_is_not() -> None:
    deputies = posts("[青原市|Place:city]副市长[周建国|Person]、[吴海波|Person]出席。")
    assert deputies == [("周建国", "副市长", "青原市"), ("吴海波", "副市长", "青原市")]
    assert posts("[青原市|Place:city]市长[周建国|Person]、[吴海波|Person]出席。") == [("周建国", "市长", "青原市")]


def test_a_title_after_a_list_belongs_to_all_of_it() -> None:
    marked = "成立[京海专家团|Institution]。为[周建国|Person]、[吴海波|Person]等12名专家团代表颁发聘书。"
    assert posts(marked) == [("周建国", "代表", "京海专家团"), ("吴海波", "代表", "京海专家团")]


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("[周建国|Person]，[海丰公司|Company]总经理，很忙。", [("周建国", "总经理", "海丰公司")]),
        ("[周建国|Person]（[海丰公司|Company]董事长）来了。", [("周建国", "董事长", "海丰公司")]),
        ("[周建国|Person]，男，56岁，[海丰公司|Company]总经理，很忙。", [("周建国", "总经理", "海丰公司")]),
        ("[周建国|Person]任[青原县|Place:county]县委书记。", [("周建国", "县委书记", "青原县")]),
    ],
)
def test_titles_after_a_name(marked: str, wanted: list[tuple[str, str, str]]) -> None:
    assert posts(marked) == wanted


def dated(marked: str, dateline: str) -> Post:
    made = scene(marked)
    made = Scene(msgspec.structs.replace(made.article, dateline=dateline), made.links, made.entities)
    fact = positions.claims(made)[0].fact
    assert isinstance(fact, Post)
    return fact


def test_who_is_shown_in_office_holds_it_on_the_reported_day() -> None:
    assert dated("[海丰公司|Company]总经理[周建国|Person]说。", "2024-05-06").held_on == "2024-05-06"


def test_a_former_office_is_not_held_now() -> None:
    former = dated("[海丰公司|Company]原总经理[周建国|Person]说。", "2024-05-06")
    assert (former.title, former.held_on) == ("总经理", None)
    assert dated("时任[青原县|Place:county]县长[周建国|Person]说。", "2024-05-06").held_on is None


def test_former_covers_the_titles_that_follow_in_its_chain() -> None:
    made = scene("[海丰公司|Company]原党委书记、董事长[周建国|Person]被查。")
    made = Scene(msgspec.structs.replace(made.article, dateline="2024-05-06"), made.links, made.entities)
    facts = [claim.fact for claim in positions.claims(made)]
    assert [(f.title, f.held_on) for f in facts if isinstance(f, Post)] == [("党委书记", None), ("董事长", None)]


def test_an_appointment_dates_the_office() -> None:
    begun = dated("5月6日，会议任命[周建国|Person]为[青原县教育局|Government]局长。", "2024-05-07")
    assert (begun.title, begun.held_from, begun.held_on) == ("局长", "2024-05-06", None)
    ended = dated("5月6日，会议免去[周建国|Person]的[青原县教育局|Government]局长职务。", "2024-05-07")
    assert (ended.title, ended.held_until) == ("局长", "2024-05-06")
    left = dated("[周建国|Person]不再担任[海丰公司|Company]总经理。", "2024-05-07")
    assert (left.held_until, left.held_from) == ("2024-05-07", None)


def test_posts_of_the_gold_pages_with_perfect_links() -> None:
    hits = wanted = found = 0
    for file in sorted(oracle.shared("eval", "gold").glob("*.json")):
        page = oracle.load(file, oracle.shared("seeds"))
        gold = {(p["person"], p["title"], p["of"]) for p in page.gold["positions"]}
        facts = [
            claim.fact
            for article in page.articles
            for claim in positions.claims(Scene(article, page.links[article.id], page.entities))
        ]
        got = {(f.person, f.title, f.of) for f in facts if isinstance(f, Post)}
        hits, wanted, found = hits + len(gold & got), wanted + len(gold), found + len(got)
    assert 2 * hits / (wanted + found) >= 0.95
