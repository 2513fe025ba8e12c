"""From a statement back to the page."""

from __future__ import annotations

from itertools import pairwise

import pytest

from kg.errors import AmbiguousName, UnknownName, UnknownStatement
from kg.model.graph import KnowledgeGraph
from kg.query.index import Index
from kg.query.why import why
from kg.text.normalise import squash
from tests.fixtures import CHAIRMAN


def test_two_names_and_a_relation_lead_to_every_reading(index: Index, graph: KnowledgeGraph) -> None:
    found = why(index, "海铜新材", "exportsTo", "智利")
    assert (found.relation, found.modality, found.confidence) == ("exportsTo", "asserted", 0.9)
    assert [reading.by for reading in found.readings] == ["exports", "exports"]
    texts = {page.source: page.text for page in graph.pages}
    for reading in found.readings:
        source = reading.source
        assert reading.printed == texts[source.page][source.start : source.end]
        assert squash(reading.printed) == squash(source.quote)
        assert f"{reading.before}{reading.printed}{reading.after}" in texts[source.page]


def test_a_wrapped_line_is_shown_as_printed(index: Index) -> None:
    [reading] = why(index, "海铜新材", "leads", "铜精深加工产业链").readings
    assert "\n" in reading.printed
    assert "\n" not in reading.source.quote


def test_an_id_its_first_digits_and_its_iri_mean_the_statement(index: Index) -> None:
    found = why(index, "海铜新材", "produces", "精密铜管")
    digits = found.statement.removeprefix("statement/")
    for name in (found.statement, digits, digits[:8], f"https://kg.example/id/{found.statement}"):
        assert why(index, name) == found


def test_a_member_is_found_where_the_text_says_leader(index: Index) -> None:
    assert why(index, "海铜新材", "memberOf", "铜精深加工产业链").relation == "leads"


def test_an_office_is_named_by_holder_and_body(index: Index) -> None:
    found = why(index, CHAIRMAN, "holdsPost", "海铜新材")
    assert found.label == "董事长"
    assert found.fact == "周行远 —holdsPost (董事长)→ 海铜新材料股份有限公司"


def test_a_number_is_named_by_subject_and_metric(index: Index) -> None:
    found = why(index, "海铜新材", "observed", "出口额")
    assert (found.object, found.label, found.value, found.period) == (None, "出口额", "3.2亿元", "2024")


def test_who_is_quoted_is_named(index: Index) -> None:
    [reading] = why(index, "海铜新材", "suppliesTo", "北川机械").readings
    assert reading.speaker is not None
    assert reading.speaker.id == CHAIRMAN


def test_a_missing_statement_comes_with_what_there_is_between_the_two(index: Index) -> None:
    with pytest.raises(UnknownStatement) as caught:
        why(index, "海铜新材", "produces", "智利")
    assert [words for _, words in caught.value.others] == ["海铜新材料股份有限公司 —exportsTo→ 智利"]


def test_the_direction_counts(index: Index) -> None:
    with pytest.raises(UnknownStatement):
        why(index, "智利", "exportsTo", "海铜新材")


@pytest.mark.parametrize("statement", ["ffffffff", "", "statement/", "没有"])
def test_an_unknown_id_is_an_error(index: Index, statement: str) -> None:
    with pytest.raises(UnknownStatement):
        why(index, statement)


def test_an_unknown_name_is_an_error(index: Index) -> None:
    with pytest.raises(UnknownName):
        why(index, "海铜新材", "exportsTo", "没有的名字")


def test_digits_that_several_statements_share_come_with_candidates(index: Index, graph: KnowledgeGraph) -> None:
    digits = sorted(statement.id.removeprefix("statement/") for statement in graph.statements)
    shared = next(a[0] for a, b in pairwise(digits) if a[0] == b[0])
    with pytest.raises(AmbiguousName) as caught:
        why(index, shared)
    assert len(caught.value.candidates) >= 2
