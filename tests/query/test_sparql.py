"""SPARQL: answers in several forms, errors with their place, and nothing that changes or leaves this machine."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import rdflib

from kg import load
from kg.errors import ConfigError, NotBuilt, QueryError
from kg.query import sparql
from kg.text.vocabulary import PREFIXES

EXPORTS = "SELECT ?firm ?place { ?firm kg:exportsTo ?p . ?p skos:prefLabel ?place } ORDER BY ?place"


def test_a_table_shortens_iris_and_leaves_unbound_cells_empty(outputs: Path) -> None:
    query = "SELECT ?t ?nothing { ?x a ?t . ?x kg:adminCode '990101' }"
    assert sparql.table(sparql.query(outputs, query)) == (["t", "nothing"], [["kg:Place", ""]])


def test_a_question_is_answered_with_a_word(outputs: Path) -> None:
    ask = "ASK { ?x kg:exportsTo ?y }"
    assert sparql.table(sparql.query(outputs, ask)) == (["ASK"], [["true"]])
    assert sparql.serialised(sparql.query(outputs, ask), "csv") == "true\n"
    assert json.loads(sparql.serialised(sparql.query(outputs, ask), "json"))["boolean"] is True


def test_json_csv_and_tsv_hold_the_same_rows(outputs: Path) -> None:
    def form(name: str) -> str:
        return sparql.serialised(sparql.query(outputs, EXPORTS), name)

    bindings = json.loads(form("json"))["results"]["bindings"]
    assert [row["place"]["value"] for row in bindings] == ["智利", "ＲＣＥＰ成员国"]
    assert len(form("csv").splitlines()) == len(form("tsv").splitlines()) == 3


def test_triples_come_as_turtle_and_as_json_ld(outputs: Path) -> None:
    construct = "CONSTRUCT { ?s kg:exportsTo ?o } WHERE { ?s kg:exportsTo ?o }"
    for form, parser in (("turtle", "turtle"), ("json", "json-ld")):
        text = sparql.serialised(sparql.query(outputs, construct), form)
        assert len(rdflib.Graph().parse(data=text, format=parser)) == 2


@pytest.mark.parametrize(
    ("query", "form"),
    [(EXPORTS, "turtle"), ("DESCRIBE ?x { ?x a kg:Chain }", "csv"), ("CONSTRUCT WHERE { ?s a ?o }", "tsv")],
)
def test_a_form_that_does_not_fit_is_refused(outputs: Path, query: str, form: str) -> None:
    with pytest.raises(ConfigError, match="--format"):
        sparql.serialised(sparql.query(outputs, query), form)
    with pytest.raises(ConfigError, match="--format"):
        sparql.table(sparql.query(outputs, "CONSTRUCT WHERE { ?s a ?o }"))


def test_python_gets_python_values(outputs: Path) -> None:
    graph = load(outputs)

    def rows(query: str) -> list[dict[str, Any]]:
        found = graph.sparql(query)
        assert isinstance(found, list)
        return found

    assert rows("SELECT ?v ?u ?e { ?o kg:metric '出口额'@zh ; kg:value ?v ; kg:unit ?u }") == [
        {"v": Decimal("3.2"), "u": "亿元", "e": None}
    ]
    assert graph.sparql("ASK { ?x kg:exportsTo ?y }") is True
    assert isinstance(graph.sparql("CONSTRUCT WHERE { ?s kg:leads ?o }"), str)
    assert isinstance(rows("SELECT (MAX(?n) AS ?most) { ?e kg:endOffset ?n }")[0]["most"], int)


@pytest.mark.parametrize("prefix", sorted(PREFIXES))
def test_no_prefix_of_ours_needs_a_declaration(outputs: Path, prefix: str) -> None:
    sparql.table(sparql.query(outputs, f"SELECT ?x {{ ?x {prefix}:anything ?y }}"))


def test_a_declared_prefix_of_ones_own_works(outputs: Path) -> None:
    query = "PREFIX mine: <https://kg.example/ontology#> SELECT ?x { ?x a mine:Chain }"
    assert len(sparql.table(sparql.query(outputs, query))[1]) == 1


def test_an_error_names_line_and_column_and_shows_the_place(outputs: Path) -> None:
    with pytest.raises(QueryError) as caught:
        sparql.query(outputs, "SELECT ?企业 {\n  ?企业 kg:exportsTo }")
    assert str(caught.value).startswith("line 2, column 20: expected")
    assert str(caught.value).endswith("\n    ?企业 kg:exportsTo }\n" + " " * 23 + "^")
    assert caught.value.zh.startswith("第 2 行第 20 列")


def test_an_undeclared_prefix_is_named(outputs: Path) -> None:
    with pytest.raises(QueryError, match="prefix foo: is not declared"):
        sparql.query(outputs, "SELECT ?x { ?x foo:bar ?y }")


@pytest.mark.parametrize(
    "update",
    ["INSERT DATA { <a:a> <a:a> <a:a> }", "DELETE WHERE { ?s ?p ?o }", "CLEAR ALL", "LOAD <http://a.example/>"],
)
def test_an_update_is_no_query(outputs: Path, update: str) -> None:
    with pytest.raises(QueryError):
        sparql.query(outputs, update)


def test_asking_changes_no_file_of_the_store(outputs: Path) -> None:
    def files() -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in (outputs / "store").iterdir()}

    before = files()
    sparql.table(sparql.query(outputs, EXPORTS))
    store = sparql.store(outputs)
    with pytest.raises((OSError, RuntimeError, ValueError)):
        store.update("DELETE WHERE { ?s ?p ?o }")
    assert len(store) > 0
    assert files() == before


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://a.example/sparql> { ?s ?p ?o } }",
        "SELECT * { service silent <http://a.example/> { ?s ?p ?o } }",
        "SELECT * { ?x a kg:Chain . # SERVICE?\n SERVICE ?x { ?s ?p ?o } }",
    ],
)
def test_a_query_asks_no_other_machine(outputs: Path, query: str) -> None:
    with pytest.raises(QueryError, match="SERVICE"):
        sparql.query(outputs, query)


@pytest.mark.parametrize(
    "query",
    [
        'SELECT ?service { ?service skos:prefLabel "SERVICE" }',
        "SELECT * { ?x a <http://a.example/SERVICE> } # SERVICE",
        "SELECT * { ?x skos:prefLabel '''a SERVICE's \n name''' ; schema:SERVICE ?y }",
    ],
)
def test_the_word_service_may_be_said(outputs: Path, query: str) -> None:
    assert sparql.table(sparql.query(outputs, query))[1] == []


def test_without_a_build_there_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(NotBuilt, match="store"):
        sparql.query(tmp_path, EXPORTS)
    (tmp_path / "store").mkdir()
    with pytest.raises(NotBuilt):
        sparql.query(tmp_path, EXPORTS)
