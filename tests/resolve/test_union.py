"""Disjoint sets: the order of joins leaves no trace."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.union import Union

IDS = [f"id{number}" for number in range(8)]
PAIRS = st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)), max_size=12)


@given(PAIRS, st.randoms())
def test_the_order_of_joins_does_not_matter(pairs: list[tuple[str, str]], chance: object) -> None:
    shuffled = list(pairs)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    results = []
    for some in (pairs, shuffled):
        union = Union(IDS)
        for a, b in some:
            union.join(a, b)
        results.append([union.find(id) for id in IDS])
    assert results[0] == results[1]


def test_what_is_joined_to_one_thing_is_one_thing() -> None:
    union = Union(IDS)
    union.join("id5", "id3")
    union.join("id3", "id7")
    assert union.find("id7") == union.find("id5") != union.find("id0")
    assert ("id3", ["id3", "id5", "id7"]) in list(union.classes(lambda id: id))


def test_an_id_that_nobody_joined_stands_for_itself() -> None:
    assert Union(IDS).find("stranger") == "stranger"
