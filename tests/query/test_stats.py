"""Counts of what a graph holds."""

from __future__ import annotations

from kg.query.index import Index
from kg.query.stats import stats


def test_everything_is_counted_once(index: Index) -> None:
    found = stats(index)
    assert found.totals == {
        "pages": 2, "articles": 3, "entities": 11, "background": 1, "mentions": 17, "relations": 7, "posts": 2,
        "observations": 2, "claims": 12, "evidence": 6,
    }  # fmt: skip
    assert found.entities == {"Person": 3, "Place": 3, "Company": 2, "Chain": 1, "Institution": 1, "Product": 1}
    assert found.relations["exportsTo"] == 2
    assert found.modality == {"asserted": 8, "denied": 1, "planned": 1, "reported": 1}


def test_the_parts_add_up(index: Index) -> None:
    found = stats(index)
    assert sum(found.entities.values()) == found.totals["entities"]
    assert sum(found.relations.values()) == found.totals["relations"]
    facts = found.totals["relations"] + found.totals["posts"] + found.totals["observations"]
    assert sum(found.modality.values()) == facts
