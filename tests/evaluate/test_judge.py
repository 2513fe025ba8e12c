"""Statements held against an annotation one by one, and confidences against what is right."""

from __future__ import annotations

import pytest

from kg.evaluate.gold import Gold, GoldArticle, GoldEntity, GoldObservation, GoldPosition, GoldRelation
from kg.evaluate.judge import Judged, calibration_error, judge, reliability
from kg.query.index import Index


def _gold(**facts: object) -> Gold:
    return Gold(
        document="harbour.txt",
        articles=(GoldArticle(id="a1", first_line=3, last_line=6),),
        entities=(
            GoldEntity(id="e1", type="Company", name="海铜新材料股份有限公司", surfaces=("海铜新材",)),
            GoldEntity(id="e2", type="Place", name="智利"),
            GoldEntity(id="e3", type="Person", name="周行远"),
        ),
        **facts,  # type: ignore[arg-type]
    )


def _judged(index: Index, **facts: object) -> dict[str, list[bool]]:
    found: dict[str, list[bool]] = {"relation": [], "post": [], "observation": []}
    for one in judge(index, _gold(**facts)):
        found[one.kind].append(one.right)
    return found


def test_what_nobody_annotated_is_wrong(index: Index) -> None:
    found = _judged(index)
    assert all(found.values())
    assert not any(right for rights in found.values() for right in rights)


def test_what_is_annotated_is_right_once(index: Index) -> None:
    found = _judged(
        index,
        relations=(GoldRelation(s="e1", p="exportsTo", o="e2"),),
        positions=(GoldPosition(person="e3", title="海铜新材董事长", of="e1"),),
        observations=(GoldObservation(s="e1", metric="出口", value=3.2, unit="亿元"),),
    )
    assert {kind: sum(rights) for kind, rights in found.items()} == {"relation": 1, "post": 1, "observation": 1}


def test_a_page_that_was_not_built_has_nothing_to_judge(index: Index) -> None:
    assert judge(index, Gold(document="none.txt")) == []


def _some(*pairs: tuple[float, bool]) -> list[Judged]:
    return [Judged(statement=str(n), kind="post", confidence=c, right=r) for n, (c, r) in enumerate(pairs)]


def test_the_table_counts_by_tenths_and_leaves_empty_rows_out() -> None:
    table = reliability(_some((0.3, False), (0.31, True), (0.7, True), (1.0, True)))
    assert [(row.low, row.count, row.precision) for row in table] == [(0.3, 2, 0.5), (0.7, 1, 1.0), (0.9, 1, 1.0)]
    assert table[0].confidence == pytest.approx(0.305)


def test_the_error_is_the_mean_distance_of_stated_and_observed() -> None:
    assert calibration_error(reliability(_some((0.75, True), (0.75, True), (0.75, True), (0.75, False)))) == 0.0
    assert calibration_error(reliability(_some((0.8, True), (0.2, True)))) == pytest.approx(0.5)
    assert calibration_error([]) == 0.0
