"""RDF: the terms of the ontology, plain triples only for what is so, the same bytes for the same graph."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pyoxigraph as ox
import pytest
import rdflib
from rdflib.compare import isomorphic
from rdflib.namespace import RDF, SKOS, XSD

from kg.export import rdf
from kg.model.graph import KnowledgeGraph
from kg.text.normalise import squash
from kg.text.vocabulary import KG
from tests import fixtures
from tests.fixtures import BUYER, CHAIN, CHILE, EXCHANGE, FIRM, REGION, REPORTER, SHORT

TERMS = rdflib.Namespace(KG)
BASE = rdflib.Namespace("https://kg.example/id/")


@pytest.fixture(scope="module")
def turtle(outputs: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(outputs / "graph.ttl")


def test_a_fact_is_a_plain_triple_and_beside_it_a_statement_with_evidence(turtle: rdflib.Graph) -> None:
    assert (BASE[FIRM], TERMS.exportsTo, BASE[CHILE]) in turtle
    [statement] = set(turtle.subjects(RDF.object, BASE[CHILE]))
    assert turtle.value(statement, RDF.subject) == BASE[FIRM]
    assert turtle.value(statement, RDF.predicate) == TERMS.exportsTo
    assert turtle.value(statement, TERMS.confidence) == rdflib.Literal("0.9", datatype=XSD.decimal)
    assert len(set(turtle.objects(statement, TERMS.evidence))) == 2


def test_a_plan_and_a_denial_have_no_plain_triple(turtle: rdflib.Graph) -> None:
    assert (BASE[FIRM], TERMS.suppliesTo, BASE[BUYER]) not in turtle
    assert (BASE[BUYER], TERMS.listedOn, BASE[EXCHANGE]) not in turtle
    assert {str(o) for o in turtle.objects(None, TERMS.modality)} == {"asserted", "planned", "denied", "reported"}


def test_what_somebody_reports_has_a_plain_triple(turtle: rdflib.Graph) -> None:
    assert (BASE[FIRM], TERMS.exportsTo, BASE[REGION]) in turtle


def test_who_leads_is_a_member_too(turtle: rdflib.Graph) -> None:
    assert (BASE[FIRM], TERMS.leads, BASE[CHAIN]) in turtle
    assert (BASE[FIRM], TERMS.memberOf, BASE[CHAIN]) in turtle


def test_evidence_equals_the_page_white_space_aside(turtle: rdflib.Graph, graph: KnowledgeGraph) -> None:
    texts = {page.id: page.text for page in graph.pages}
    nodes = set(turtle.subjects(RDF.type, TERMS.Evidence))
    assert len(nodes) == 6
    for node in nodes:
        page = turtle.value(turtle.value(node, TERMS.inArticle), TERMS.onPage)
        text = texts[str(page).rpartition("/")[2]]
        start, end = (int(str(turtle.value(node, TERMS[name]))) for name in ("startOffset", "endOffset"))
        assert squash(text[start:end]) == squash(str(turtle.value(node, TERMS.quote)))


def test_an_entity_has_one_type_one_preferred_name_and_all_others_as_alternatives(turtle: rdflib.Graph) -> None:
    assert list(turtle.objects(BASE[FIRM], RDF.type)) == [TERMS.Company]
    assert list(turtle.objects(BASE[FIRM], SKOS.prefLabel)) == [rdflib.Literal("海铜新材料股份有限公司", "zh")]
    assert list(turtle.objects(BASE[FIRM], SKOS.altLabel)) == [rdflib.Literal("海铜新材", "zh")]


def test_a_merged_id_lives_on_as_a_redirect(turtle: rdflib.Graph) -> None:
    assert (BASE[SHORT], TERMS.mergedInto, BASE[FIRM]) in turtle


def test_a_rate_of_change_points_at_what_it_compares(turtle: rdflib.Graph) -> None:
    [(rate, number)] = turtle.subject_objects(TERMS.comparedWith)
    assert str(turtle.value(rate, TERMS.unit)) == "%"
    assert turtle.value(number, TERMS.value) == rdflib.Literal("3.2", datatype=XSD.decimal)
    assert rate != number


def test_dates_have_the_type_of_their_precision(turtle: rdflib.Graph) -> None:
    assert [o.datatype for o in turtle.objects(None, TERMS.heldFrom)] == [XSD.gYearMonth]  # type: ignore[attr-defined]
    assert [o.datatype for o in turtle.objects(None, TERMS.heldOn)] == [XSD.date]  # type: ignore[attr-defined]


def test_an_article_names_its_reporter(turtle: rdflib.Graph) -> None:
    assert list(turtle.objects(None, TERMS.reporter)) == [BASE[REPORTER]]


def test_the_store_holds_what_the_turtle_holds(turtle: rdflib.Graph, outputs: Path) -> None:
    lines = "\n".join(f"{quad.triple} ." for quad in ox.Store.read_only(str(outputs / "store")))
    assert isomorphic(rdflib.Graph().parse(data=lines, format="nt"), turtle)


def test_the_same_graph_gives_the_same_bytes(graph: KnowledgeGraph, tmp_path: Path) -> None:
    for name in ("a", "b"):
        rdf.write_turtle(graph, tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_another_base_moves_every_instance_and_no_term(tmp_path: Path) -> None:
    moved = msgspec.structs.replace(fixtures.graph(), base="urn:example:graph#")
    rdf.write_turtle(moved, tmp_path / "a.ttl")
    read = rdflib.Graph().parse(tmp_path / "a.ttl")
    assert not [s for s in read.subjects() if not str(s).startswith("urn:example:graph#")]
    assert {str(o) for o in read.objects(None, RDF.type)} >= {KG + "Company"}


def test_names_with_quotes_backslashes_and_line_ends_survive(tmp_path: Path) -> None:
    odd = '海"铜\\新\n材\t\u2028'
    made = fixtures.graph()
    entities = tuple(msgspec.structs.replace(e, name=odd) if e.id == FIRM else e for e in made.entities)
    rdf.write_turtle(msgspec.structs.replace(made, entities=entities), tmp_path / "a.ttl")
    assert str(rdflib.Graph().parse(tmp_path / "a.ttl").value(BASE[FIRM], SKOS.prefLabel)) == odd
