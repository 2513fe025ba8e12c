from __future__ import annotations

import re

import pytest

from kg.extract.coded import SIGN
from kg.extract.relations import patterns
from kg.text.vocabulary import signatures


def test_every_row_of_the_table_compiles_and_names_a_predicate() -> None:
    rows = patterns.load()
    assert len(rows) > 80
    assert {row.predicate for row in rows} == set(signatures()) - {"holdsPost"}
    assert all(0.6 <= row.confidence < 1 for row in rows)


def test_every_row_says_at_least_one_end_in_words() -> None:
    for row in patterns.load():
        assert row.regex.groupindex.keys() & {"S", "O"}, row.name


def test_a_slot_takes_a_list_with_its_tail() -> None:
    pattern = patterns.compiled("exportsTo", "远销{O}", 0.9)
    place = SIGN["Place"]
    match = pattern.regex.search(f"产品远销{place}、{place}和{place}等国家")
    assert match is not None
    assert match.group("O").count(place) == 3


def test_a_gap_does_not_run_over_a_name() -> None:
    pattern = patterns.compiled("produces", "生产_{O}", 0.9)
    assert pattern.regex.search(f"生产高端{SIGN['Product']}")
    assert not pattern.regex.search(f"生产{SIGN['Place']}特产{SIGN['Product']}")


def test_the_trigger_is_found_in_whatever_the_pattern_matches() -> None:
    pattern = patterns.compiled("exportsTo", "(?<!进)(出口|销往)了?{O}", 0.9)
    assert pattern.trigger is not None
    assert pattern.trigger.search("销往")


@pytest.mark.parametrize("row", [("likes", "喜欢{O}"), ("produces", "生产{Thing}"), ("produces", "生产({O}")])
def test_a_row_that_cannot_be_read_is_refused(row: tuple[str, str]) -> None:
    with pytest.raises((KeyError, re.error)):
        patterns.compiled(*row, 0.9)
