"""Search by parts of names and initials; what an unknown name may have meant."""

from __future__ import annotations

import pytest

from kg.query.index import Index
from kg.query.nearest import nearest
from kg.query.search import search


def names(index: Index, text: str) -> list[str]:
    return [hit.entity.name for hit in search(index, text)]


@pytest.mark.parametrize("text", ["海铜", "铜新", "htxc", "HTXC", "htx", "有限公司", "海 铜"])
def test_a_firm_is_found_by_any_part_and_by_initials(index: Index, text: str) -> None:
    assert "海铜新材料股份有限公司" in names(index, text)


def test_a_whole_name_goes_before_a_part_of_one(index: Index) -> None:
    assert names(index, "东岭县")[0] == "东岭县"
    assert names(index, "zl") == ["智利"]


def test_the_hit_says_which_name_matched(index: Index) -> None:
    [hit] = search(index, "htxc")
    assert (hit.matched, hit.mentions) == ("海铜新材", 4)


def test_each_entity_is_found_once_and_namesakes_both(index: Index) -> None:
    assert names(index, "周行远") == ["周行远", "周行远"]
    assert len({hit.entity.id for hit in search(index, "铜")}) == len(search(index, "铜"))


def test_a_limit_cuts(index: Index) -> None:
    assert len(search(index, "铜", limit=1)) == 1


@pytest.mark.parametrize("text", ["", "  ", "%", "_", "没有这样的", "{", "\U00020000"])
def test_what_nobody_bears_finds_nothing(index: Index, text: str) -> None:
    assert search(index, text) == ()


def test_nearest_names_come_closest_first(index: Index) -> None:
    assert nearest(index, "东岭") == ("东岭县",)
    assert nearest(index, "海铜新才")[0] == "海铜新材"
    assert nearest(index, "htxc") == ("海铜新材",)


def test_nothing_near_is_nothing(index: Index) -> None:
    assert nearest(index, "ΩΩ") == ()
    assert nearest(index, "") == ()


@pytest.mark.parametrize("name", ["nosuch", "RX", "没有这样的公司", "大海行船", "县里的铜"])
def test_a_name_that_shares_a_character_or_two_is_not_near(index: Index, name: str) -> None:
    assert nearest(index, name) == ()
