"""How two entities are connected."""

from __future__ import annotations

import pytest

from kg.errors import AmbiguousName, UnknownName
from kg.query.index import Index
from kg.query.paths import path


def test_every_hop_has_its_sentence_and_its_direction(index: Index) -> None:
    trail = path(index, "智利", "精密铜管")
    assert trail.found
    assert [(e.near.name, e.direction, e.relation, e.far.name) for e in trail.edges] == [
        ("智利", "in", "exportsTo", "海铜新材料股份有限公司"),
        ("海铜新材料股份有限公司", "out", "produces", "精密铜管"),
    ]
    assert all(edge.sources for edge in trail.edges)


def test_a_denied_fact_is_no_way(index: Index) -> None:
    trail = path(index, "北川机械", "深圳证券交易所")
    assert (trail.found, trail.edges, trail.articles) == (False, (), 3)


def test_what_is_only_background_is_no_way(index: Index) -> None:
    assert not path(index, "东岭县", "云港市").found


def test_a_thing_and_itself_need_no_step(index: Index) -> None:
    trail = path(index, "海铜新材", "海铜新材料股份有限公司")
    assert (trail.found, trail.edges) == (True, ())


def test_a_path_longer_than_asked_for_is_not_found(index: Index) -> None:
    assert path(index, "智利", "精密铜管", longest=2).found
    assert not path(index, "智利", "精密铜管", longest=1).found


def test_unknown_and_ambiguous_ends_are_errors(index: Index) -> None:
    with pytest.raises(UnknownName):
        path(index, "智利", "没有的名字")
    with pytest.raises(AmbiguousName):
        path(index, "周行远", "智利")
