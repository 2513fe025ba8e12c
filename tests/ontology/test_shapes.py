"""Every built graph conforms to the shapes; each way of breaking one is reported in words."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import RDF, SKOS, XSD

from kg import load, resources
from kg.query.answers import Report
from kg.query.validate import check, validate
from kg.text.vocabulary import KG, SCHEMA
from tests.fixtures import BUYER, CHAIN, CHAIRMAN, CHILE, FIRM, TUBE

TERMS = rdflib.Namespace(KG)
ID = rdflib.Namespace("https://kg.example/id/")
SHAPES = rdflib.Graph().parse(resources.ontology() / "shapes.ttl")


def text(value: str) -> rdflib.Literal:
    return rdflib.Literal(value)


def one(graph: rdflib.Graph, kind: rdflib.URIRef) -> rdflib.term.Node:
    return min(graph.subjects(RDF.type, kind), key=str)


def broken(outputs: Path, kind: rdflib.URIRef, term: rdflib.URIRef, *values: rdflib.term.Node) -> Report:
    """The report on a graph in which one thing of a kind has these values for a term, and no others."""
    graph = rdflib.Graph().parse(outputs / "graph.ttl")
    node = one(graph, kind)
    graph.remove((node, term, None))
    for value in values:
        graph.add((node, term, value))
    return check(graph)


def test_the_graph_made_by_hand_conforms(outputs: Path) -> None:
    report = validate(outputs)
    assert report.conforms
    assert report.violations == ()
    assert load(outputs).validate() == report


def test_the_graph_of_the_pages_that_ship_conforms(seeds_outputs: Path) -> None:
    assert [v.message["en"] + " " + (v.value or "") for v in validate(seeds_outputs).violations] == []


CASES: list[tuple[rdflib.URIRef, rdflib.URIRef, tuple[rdflib.term.Node, ...], str]] = [
    (TERMS.Page, TERMS.sourceFile, (), "a page has the name of its file"),
    (TERMS.Page, TERMS.sha256, (text("abc"),), "a page has a SHA-256"),
    (TERMS.Article, TERMS.onPage, (), "an article lies on one page"),
    (TERMS.Article, TERMS.kind, (text("poem"),), "unknown kind of article"),
    (TERMS.Article, TERMS.startOffset, (rdflib.Literal(-1),), "an article has offsets"),
    (TERMS.Article, TERMS.startOffset, (rdflib.Literal(10_000),), "an article has offsets"),
    (TERMS.Article, TERMS.endOffset, (), "an article has an end"),
    (TERMS.Article, rdflib.URIRef(SCHEMA + "headline"), (text("a"), text("b")), "an article has one headline at most"),
    (TERMS.Article, TERMS.reporter, (ID[CHILE],), "a reporter is a person"),
    (TERMS.Article, TERMS.correspondent, (ID[CHILE],), "a correspondent is a person"),
    (TERMS.Article, TERMS.dateline, (text("2025-03-02"),), "a dateline is a date"),
    (TERMS.Company, RDF.type, (TERMS.Company, TERMS.Park), "an entity has exactly one type"),
    (TERMS.Company, SKOS.prefLabel, (), "an entity has one preferred name"),
    (TERMS.Company, SKOS.prefLabel, (text("海"),), "an entity has one preferred name"),
    (TERMS.Company, TERMS.mentionedIn, (ID[CHILE],), "an entity is mentioned in articles"),
    (TERMS.Place, TERMS.level, (), "a place has a level"),
    (TERMS.Place, TERMS.level, (text("planet"),), "a place has a level"),
    (TERMS.Place, TERMS.adminCode, (text("1"), text("2")), "a place has one code at most"),
    (TERMS.Place, TERMS.partOf, (ID[FIRM],), "what is above a place is a place"),
    (TERMS.Person, TERMS.role, (text("king"),), "unknown role"),
    (RDF.Statement, TERMS.evidence, (), "a fact without evidence is a defect"),
    (TERMS.Post, TERMS.evidence, (), "a fact without evidence is a defect"),
    (TERMS.Observation, TERMS.evidence, (ID[CHILE],), "a fact without evidence is a defect"),
    (TERMS.Post, TERMS.confidence, (rdflib.Literal("1.5", datatype=XSD.decimal),), "a confidence lies between 0 and 1"),
    (TERMS.Post, TERMS.modality, (text("hoped"),), "unknown modality"),
    (RDF.Statement, RDF.subject, (), "a statement has one subject"),
    (RDF.Statement, RDF.predicate, (TERMS.eats,), "unknown predicate"),
    (RDF.Statement, RDF.object, (text("智利"),), "a statement has one object"),
    (TERMS.Post, TERMS.holder, (ID[FIRM],), "an office is held by a person"),
    (TERMS.Post, TERMS.title, (), "an office has a title"),
    (TERMS.Post, TERMS.of, (), "an office is somebody's"),
    (TERMS.Post, TERMS.of, (ID[TUBE],), "an office is of a place or an organisation"),
    (TERMS.Post, TERMS.former, (text("gone"),), "former is true or false"),
    (TERMS.Observation, TERMS.subject, (), "a number is about something"),
    (TERMS.Observation, TERMS.metric, (), "a number measures something"),
    (TERMS.Observation, TERMS.value, (text("many"),), "a value is a decimal"),
    (TERMS.Observation, TERMS.comparedWith, (ID[FIRM],), "a rate of change is compared with another number"),
    (TERMS.Observation, TERMS.period, (text("last year"),), "a period is an ISO date or interval"),
    (TERMS.Evidence, TERMS.inArticle, (), "evidence stands in an article"),
    (TERMS.Evidence, TERMS.quote, (rdflib.Literal("", lang="zh"),), "evidence quotes its sentence"),
    (TERMS.Evidence, TERMS.startOffset, (rdflib.Literal(10_000),), "evidence has a start"),
    (TERMS.Evidence, TERMS.endOffset, (), "evidence has an end"),
]


@pytest.mark.parametrize(
    ("kind", "term", "values", "message"), CASES, ids=[f"{c[3]} ({n})" for n, c in enumerate(CASES)]
)
def test_a_broken_graph_is_reported(
    outputs: Path, kind: rdflib.URIRef, term: rdflib.URIRef, values: tuple[rdflib.term.Node, ...], message: str
) -> None:
    report = broken(outputs, kind, term, *values)
    assert not report.conforms
    assert message in {violation.message["en"] for violation in report.violations}
    assert all(violation.message["zh"] for violation in report.violations)


WRONG = {
    "locatedIn": (TUBE, FIRM), "memberOf": (TUBE, CHILE), "leads": (CHILE, FIRM), "produces": (CHILE, FIRM),
    "suppliesTo": (CHILE, TUBE), "cooperatesWith": (TUBE, CHILE), "subsidiaryOf": (TUBE, CHILE),
    "undertakes": (CHILE, FIRM), "exportsTo": (TUBE, FIRM), "awarded": (TUBE, FIRM), "listedOn": (CHILE, FIRM),
    "organizes": (CHILE, FIRM), "attends": (CHILE, FIRM), "issued": (CHAIN, BUYER),
}  # fmt: skip


@pytest.mark.parametrize("predicate", sorted(WRONG))
def test_a_relation_between_wrong_types_is_reported_at_both_ends(outputs: Path, predicate: str) -> None:
    subject, object_ = WRONG[predicate]
    graph = rdflib.Graph().parse(outputs / "graph.ttl")
    graph.add((ID[subject], TERMS[predicate], ID[object_]))
    messages = {violation.message["en"] for violation in check(graph).violations}
    assert messages == {f"{predicate}: wrong type of subject", f"{predicate}: wrong type of object"}


def test_each_shape_has_a_test() -> None:
    messages = {str(m) for m in SHAPES.objects(None, rdflib.SH.message) if getattr(m, "language", "") == "en"}
    ends = {f"{predicate}: wrong type of {end}" for predicate in WRONG for end in ("subject", "object")}
    assert messages == {case[3] for case in CASES} | ends


def test_a_violation_names_the_thing_the_term_and_the_value(outputs: Path) -> None:
    report = broken(outputs, TERMS.Person, TERMS.role, text("king"))
    [violation] = report.violations
    assert violation.name in ("周行远", "林一禾")
    assert violation.term == {"en": "role", "zh": "身份"}
    assert (violation.path, violation.value) == (KG + "role", "king")
    assert str(ID[CHAIRMAN])[:26] == violation.focus[:26]
