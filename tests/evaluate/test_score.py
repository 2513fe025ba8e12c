import json
import subprocess
import sys
from pathlib import Path

import pytest

from kg import resources
from kg.evaluate.gold import Gold, GoldArticle, GoldEntity, GoldObservation, GoldPosition, GoldRelation, read
from kg.evaluate.match import alike, bare
from kg.evaluate.score import Figure, score
from kg.query.index import Index
from tests.fixtures import HARBOUR
from tests.oracle import shared

GOLD = Path(__file__).parent.parent / "gold"


def _gold(index: Index) -> Gold:
    """What a reader says of the hand-made harbour page: one thing more and one thing less than the graph has."""
    source = next(
        r["source"] for r in index.rows("SELECT source FROM page ORDER BY source") if "harbour" in r["source"]
    )
    return Gold(
        document=source,
        articles=(GoldArticle(id="a1", first_line=3, last_line=HARBOUR.count("\n"), title="铜企出海提速",
                              reporters=("林一禾",)),),
        entities=(
            GoldEntity(id="e1", type="Company", name="海铜新材料股份有限公司", surfaces=("海铜新材",)),
            GoldEntity(id="e2", type="Place", name="智利"),
            GoldEntity(id="e3", type="Person", name="周行远"),
            GoldEntity(id="e4", type="Company", name="无人机械有限公司"),
        ),
        relations=(GoldRelation(s="e1", p="exportsTo", o="e2"), GoldRelation(s="e4", p="exportsTo", o="e2")),
        positions=(GoldPosition(person="e3", title="董事长", of="e1"),),
        observations=(GoldObservation(s="e1", metric="出口额", value=3.2, unit="亿元"),),
    )  # fmt: skip


def _figures(index: Index) -> dict[str, Figure]:
    return {figure.name: figure for figure in score(index, [_gold(index)]).figures}


def test_what_is_right_is_counted_and_what_is_not_is_missed(index: Index) -> None:
    figures = _figures(index)
    assert figures["articles"].f1 == 1.0
    assert figures["headlines"].f1 == 1.0
    assert figures["bylines"].f1 == 1.0
    assert figures["evidence"].f1 == 1.0
    assert (figures["rel.exportsTo"].right, figures["rel.exportsTo"].gold) == (1, 2)
    assert figures["positions"].right == 1
    assert figures["observations"].right == 1


def test_every_miss_is_told_by_name(index: Index) -> None:
    misses = {(m.verdict, m.what, m.detail) for m in score(index, [_gold(index)]).misses}
    assert ("missed", "Company", "无人机械有限公司") in misses
    assert ("missed", "exportsTo", "无人机械有限公司 → 智利") in misses


def test_a_page_that_was_not_built_is_missed_whole(index: Index) -> None:
    board = score(index, [Gold(document="absent.txt", entities=(GoldEntity(id="e1", type="Place", name="智利"),))])
    first = board.misses[0]
    assert (first.verdict, first.what, first.detail) == ("missed", "page", "absent.txt")
    assert {f.name: f.recall for f in board.figures}["Place"] == 0.0


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("高端汽车线束", "汽车线束", True),
        ("轴承", "高端圆柱滚子轴承", False),
        ("国家级瞪羚企业", "国家瞪羚企业", True),
        ("", "甲", False),
    ],
)
def test_loose_names_are_alike_by_half_or_by_three_quarters(a: str, b: str, same: bool) -> None:
    assert alike(a, b) is same


def test_marks_blanks_and_widths_do_not_tell_names_apart() -> None:
    assert bare("“小巨人” 企业（２０２４）") == "小巨人企业2024"


def test_the_seeds_are_read_well(seeds_outputs: Path) -> None:
    golds = [read(path) for path in sorted(GOLD.glob("0*.json"))]
    assert len(golds) == 5
    with Index(seeds_outputs) as index:
        figures = {figure.name: figure.f1 for figure in score(index, golds).figures}
    floors = {"articles": 0.97, "headlines": 0.95, "bylines": 0.98, "entities.core": 0.93, "entities.extended": 0.70,
              "relations": 0.60, "positions": 0.85, "observations": 0.60, "evidence": 1.0}  # fmt: skip
    assert {name: figures[name] for name, floor in floors.items() if figures[name] < floor} == {}


def test_the_figures_are_those_of_the_shared_scorer(seeds_outputs: Path) -> None:
    golds = sorted(GOLD.glob("0*.json"))
    scorer = [sys.executable, str(shared("eval", "score.py")), "--graph", str(seeds_outputs / "graph.ttl"), "--json",
              "--source", str(resources.seeds()), *map(str, golds)]  # fmt: skip
    told = json.loads(subprocess.run(scorer, capture_output=True, text=True, check=True).stdout)
    with Index(seeds_outputs) as index:
        ours = {f.name: [f.right, f.built, f.gold] for f in score(index, [read(path) for path in golds]).figures}
    theirs = {name: [f["tp"], f["pred"], f["gold"]] for name, f in told.items() if name in ours}
    assert ours == theirs
