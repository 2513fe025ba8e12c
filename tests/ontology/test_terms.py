"""ontology/kg.ttl declares all that the graph says, in both languages, and agrees with the records and the tables."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
import rdflib
from rdflib.collection import Collection
from rdflib.namespace import OWL, RDF, RDFS, SH, SKOS
from rdflib.term import Node

from kg import resources
from kg.cli.labels import RELATIONS, TYPES
from kg.model.claim import Predicate
from kg.model.mention import Type
from kg.text.vocabulary import KG, POST, signatures

TERMS = rdflib.Namespace(KG)
ONTOLOGY = rdflib.Graph().parse(resources.ontology() / "kg.ttl")
SHAPES = rdflib.Graph().parse(resources.ontology() / "shapes.ttl")
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
DECLARED = sorted({str(s) for kind in KINDS for s in ONTOLOGY.subjects(RDF.type, kind) if isinstance(s, rdflib.URIRef)})
ALIGNED = (RDFS.subClassOf, RDFS.subPropertyOf, SKOS.closeMatch)


def local(term: object) -> str:
    return str(term).removeprefix(KG)


def classes(graph: rdflib.Graph, node: Node | None) -> frozenset[str]:
    """The classes of a domain or range: one, or the members of a union."""
    assert node is not None
    union = graph.value(node, OWL.unionOf)
    return frozenset(map(local, Collection(graph, union) if union is not None else [node]))


@pytest.mark.parametrize("term", DECLARED, ids=local)
def test_a_term_has_a_label_and_a_comment_in_chinese_and_in_english(term: str) -> None:
    for field in (RDFS.label, RDFS.comment):
        texts = list(ONTOLOGY.objects(rdflib.URIRef(term), field))
        assert sorted(str(text.language) for text in texts if isinstance(text, rdflib.Literal)) == ["en", "zh"]
        assert all(str(text).strip() for text in texts)


def test_every_term_that_a_graph_uses_is_declared(outputs: Path, seeds_outputs: Path) -> None:
    for folder in (outputs, seeds_outputs):
        graph = rdflib.Graph().parse(folder / "graph.ttl")
        used = {str(term) for triple in graph for term in triple if str(term).startswith(KG)}
        assert used - set(DECLARED) == set()


def test_every_term_that_the_writer_can_use_is_declared() -> None:
    source = (Path(resources.__file__).parent / "export" / "rdf.py").read_text(encoding="utf-8")
    named = set(re.findall(r'_kg\("(\w+)"\)', source)) | set(re.findall(r'\("(held\w+|level|adminCode|role)"', source))
    assert len(named) > 20
    assert {KG + name for name in named} - set(DECLARED) == set()


def test_every_type_is_a_class_below_entity_and_no_other_is() -> None:
    below = {local(s) for s in ONTOLOGY.subjects(RDFS.subClassOf, TERMS.Entity)}
    assert below == set(get_args(Type)) == set(TYPES)


@pytest.mark.parametrize("predicate", get_args(Predicate))
def test_table_ontology_and_records_agree_on_what_a_predicate_joins(predicate: str) -> None:
    term = TERMS[predicate]
    domain, range_ = signatures()[predicate]
    assert (term, RDF.type, OWL.ObjectProperty) in ONTOLOGY
    assert classes(ONTOLOGY, ONTOLOGY.value(term, RDFS.domain)) == domain
    assert classes(ONTOLOGY, ONTOLOGY.value(term, RDFS.range)) == range_
    assert predicate in RELATIONS


@pytest.mark.parametrize("predicate", get_args(Predicate))
def test_a_shape_holds_each_predicate_to_the_same_types(predicate: str) -> None:
    def allowed(node: Node) -> frozenset[str]:
        several = SHAPES.value(node, SH["or"])
        nodes = list(Collection(SHAPES, several)) if several is not None else [node]
        return frozenset(local(SHAPES.value(inner, SH["class"])) for inner in nodes)

    [shape] = SHAPES.subjects(SH.targetSubjectsOf, TERMS[predicate])
    [inner] = [p for p in SHAPES.objects(shape, SH.property) if SHAPES.value(p, SH.path) == TERMS[predicate]]
    assert (allowed(shape), allowed(inner)) == signatures()[predicate]


def test_the_list_of_predicates_in_the_shapes_is_the_closed_list() -> None:
    [listed] = [
        SHAPES.value(node, SH["in"]) for node in SHAPES.subjects(SH.path, RDF.predicate)
    ]  # fmt: skip
    assert listed is not None
    assert {local(term) for term in Collection(SHAPES, listed)} == set(get_args(Predicate))


def test_an_office_may_be_of_what_the_table_says() -> None:
    [shape] = [node for node in SHAPES.subjects(SH.path, TERMS.of) if SHAPES.value(node, SH["or"])]
    several = SHAPES.value(shape, SH["or"])
    assert several is not None
    assert {local(SHAPES.value(n, SH["class"])) for n in Collection(SHAPES, several)} == signatures()[POST][1]


def test_who_leads_is_a_member() -> None:
    assert (TERMS.leads, RDFS.subPropertyOf, TERMS.memberOf) in ONTOLOGY


@pytest.mark.parametrize("term", [term for term in DECLARED if local(term)[0].isupper()], ids=local)
def test_every_class_is_aligned_with_a_known_vocabulary(term: str) -> None:
    others = [o for relation in ALIGNED for o in ONTOLOGY.objects(rdflib.URIRef(term), relation)]
    assert any(not str(other).startswith(KG) for other in others)


def test_every_message_of_a_shape_is_in_both_languages() -> None:
    for node in SHAPES.subjects(SH.message, None, unique=True):
        messages = list(SHAPES.objects(node, SH.message))
        assert sorted(str(m.language) for m in messages if isinstance(m, rdflib.Literal)) == ["en", "zh"]
