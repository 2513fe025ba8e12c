"""Ids: the same key gives the same id everywhere, and no two keys coincide."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from kg.model.ids import digest, entity_id

KEYS = st.lists(st.one_of(st.none(), st.integers(), st.text(st.characters(exclude_categories=["Cs"]))), max_size=4)


def test_an_id_is_a_constant_of_its_key() -> None:
    assert entity_id("Place", "division", "990101") == "place/56572aa5415e"


def test_parts_do_not_run_together() -> None:
    assert digest(["ab", "c"]) != digest(["a", "bc"])
    assert digest(["1"]) != digest([1])
    assert digest([None]) != digest(["null"]) != digest([])


def test_types_part_equal_names() -> None:
    assert entity_id("Person", "海") != entity_id("Place", "海")


def test_an_id_has_the_size_that_is_asked_for() -> None:
    assert re.fullmatch("[0-9a-f]{16}", digest(["x"], 16))


@given(KEYS, KEYS)
def test_different_keys_give_different_ids(a: list[str | int | None], b: list[str | int | None]) -> None:
    assert (digest(a) == digest(b)) == (a == b)
