"""The graph as RDF in the terms of ontology/kg.ttl: Turtle for people, an Oxigraph store for queries."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from kg.model.claim import Evidence, Observation, Post, Relation, Statement
from kg.model.graph import KnowledgeGraph
from kg.model.ids import digest
from kg.model.mention import Entity
from kg.model.page import Article, Page
from kg.text.vocabulary import KG, PREFIXES, RDF, SCHEMA, SKOS, XSD

_TYPE = ox.NamedNode(RDF + "type")
_ACHIEVED = frozenset({"asserted", "reported"})
"""Modalities whose facts also become plain triples: a plan or a denial is never shown as achieved."""


def _kg(name: str) -> ox.NamedNode:
    return ox.NamedNode(KG + name)


def _date(value: str) -> ox.Literal:
    kind = {4: "gYear", 7: "gYearMonth", 10: "date"}.get(len(value), "string")
    return ox.Literal(value, datatype=ox.NamedNode(XSD + kind))


def _decimal(value: float | str) -> ox.Literal:
    text = value if isinstance(value, str) else f"{value:.3f}".rstrip("0").rstrip(".")
    return ox.Literal(text, datatype=ox.NamedNode(XSD + "decimal"))


def _zh(text: str) -> ox.Literal:
    return ox.Literal(text, language="zh")


def _integer(value: int) -> ox.Literal:
    return ox.Literal(str(value), datatype=ox.NamedNode(XSD + "integer"))


def evidence_id(evidence: Evidence) -> str:
    """Local id of an evidence node: the place it points at."""
    return f"evidence/{digest([evidence.article, evidence.start, evidence.end], 16)}"


class Writer:
    """Turns records into triples, subject by subject."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        self.graph = graph
        self.by_article: dict[str, list[tuple[str, str]]] = {}
        for author in graph.authors:
            self.by_article.setdefault(author.article, []).append((author.role, author.person))
        self.measured: dict[tuple[str, str, str | None], list[str]] = {}
        for statement in graph.statements:
            if isinstance(fact := statement.fact, Observation):
                self.measured.setdefault((fact.subject, fact.metric, fact.period), []).append(statement.id)

    def node(self, local: str) -> ox.NamedNode:
        """The IRI of a local id."""
        return ox.NamedNode(self.graph.base + local)

    def triples(self) -> Iterator[ox.Triple]:
        """All triples: pages, articles, entities, statements with their evidence, each subject in one run."""
        for page in self.graph.pages:
            yield from self.page(page)
        for article in self.graph.articles:
            yield from self.article(article)
        plain = self._plain()
        for entity in self.graph.entities:
            yield from self.entity(entity)
            yield from plain.get(entity.id, ())
        for old, new in self.graph.redirects:
            yield ox.Triple(self.node(old), _kg("mergedInto"), self.node(new))
        evidence: dict[str, Evidence] = {}
        for statement in self.graph.statements:
            yield from self.statement(statement)
            evidence.update((evidence_id(e), e) for e in statement.evidence)
        for key in sorted(evidence):
            yield from self.evidence(key, evidence[key])

    def page(self, page: Page) -> Iterator[ox.Triple]:
        """A kg:Page."""
        node = self.node(f"page/{page.id}")
        yield ox.Triple(node, _TYPE, _kg("Page"))
        for source in (page.source, *page.copies):
            yield ox.Triple(node, _kg("sourceFile"), ox.Literal(source))
        yield ox.Triple(node, _kg("sha256"), ox.Literal(page.sha256))
        if page.issued:
            yield ox.Triple(node, ox.NamedNode(SCHEMA + "datePublished"), _date(page.issued))

    def article(self, article: Article) -> Iterator[ox.Triple]:
        """A kg:Article with its authors."""
        node = self.node(f"article/{article.id}")
        yield ox.Triple(node, _TYPE, _kg("Article"))
        yield ox.Triple(node, _kg("onPage"), self.node(f"page/{article.page}"))
        if article.title:
            yield ox.Triple(node, ox.NamedNode(SCHEMA + "headline"), _zh(article.title))
        yield ox.Triple(node, _kg("kind"), ox.Literal(article.kind))
        yield ox.Triple(node, _kg("startOffset"), _integer(article.start))
        yield ox.Triple(node, _kg("endOffset"), _integer(article.end))
        for role, person in self.by_article.get(article.id, ()):
            yield ox.Triple(node, _kg(role), self.node(person))
        if article.dateline:
            yield ox.Triple(node, _kg("dateline"), _date(article.dateline))

    def entity(self, entity: Entity) -> Iterator[ox.Triple]:
        """An entity: its type, names, where it is mentioned, and what is known of it beforehand."""
        node = self.node(entity.id)
        yield ox.Triple(node, _TYPE, _kg(entity.type))
        yield ox.Triple(node, ox.NamedNode(SKOS + "prefLabel"), _zh(entity.name))
        for name in entity.names:
            if name != entity.name:
                yield ox.Triple(node, ox.NamedNode(SKOS + "altLabel"), _zh(name))
        for article in entity.articles:
            yield ox.Triple(node, _kg("mentionedIn"), self.node(f"article/{article}"))
        for term, value in (("level", entity.level), ("adminCode", entity.code), ("role", entity.role)):
            if value:
                yield ox.Triple(node, _kg(term), ox.Literal(value))
        if entity.part_of:
            yield ox.Triple(node, _kg("partOf"), self.node(entity.part_of))

    def _plain(self) -> dict[str, list[ox.Triple]]:
        plain: dict[str, list[ox.Triple]] = {}
        for statement in self.graph.statements:
            fact = statement.fact
            if isinstance(fact, Relation) and statement.modality in _ACHIEVED:
                for name in ("leads", "memberOf") if fact.predicate == "leads" else (fact.predicate,):
                    triple = ox.Triple(self.node(fact.subject), _kg(name), self.node(fact.object))
                    found = plain.setdefault(fact.subject, [])
                    if triple not in found:
                        found.append(triple)
        return plain

    def statement(self, statement: Statement) -> Iterator[ox.Triple]:
        """An rdf:Statement, kg:Post or kg:Observation."""
        node = self.node(statement.id)
        match statement.fact:
            case Relation() as fact:
                yield ox.Triple(node, _TYPE, ox.NamedNode(RDF + "Statement"))
                yield ox.Triple(node, ox.NamedNode(RDF + "subject"), self.node(fact.subject))
                yield ox.Triple(node, ox.NamedNode(RDF + "predicate"), _kg(fact.predicate))
                yield ox.Triple(node, ox.NamedNode(RDF + "object"), self.node(fact.object))
            case Post() as fact:
                yield ox.Triple(node, _TYPE, _kg("Post"))
                yield ox.Triple(node, _kg("holder"), self.node(fact.person))
                yield ox.Triple(node, _kg("title"), _zh(fact.title))
                yield ox.Triple(node, _kg("of"), self.node(fact.of))
                dates = (("heldOn", fact.held_on), ("heldFrom", fact.held_from), ("heldUntil", fact.held_until))
                for term, value in dates:
                    if value:
                        yield ox.Triple(node, _kg(term), _date(value))
                if fact.former:
                    yield ox.Triple(node, _kg("former"), ox.Literal(True))
            case Observation() as fact:
                yield from self._observation(node, fact)
        for evidence in statement.evidence:
            yield ox.Triple(node, _kg("evidence"), self.node(evidence_id(evidence)))
        yield ox.Triple(node, _kg("confidence"), _decimal(statement.confidence))
        yield ox.Triple(node, _kg("modality"), ox.Literal(statement.modality))

    def _observation(self, node: ox.NamedNode, fact: Observation) -> Iterator[ox.Triple]:
        yield ox.Triple(node, _TYPE, _kg("Observation"))
        yield ox.Triple(node, _kg("subject"), self.node(fact.subject))
        yield ox.Triple(node, _kg("metric"), _zh(fact.metric))
        yield ox.Triple(node, _kg("value"), _decimal(fact.value))
        if fact.unit:
            yield ox.Triple(node, _kg("unit"), ox.Literal(fact.unit))
        if fact.period:
            yield ox.Triple(node, _kg("period"), ox.Literal(fact.period))
        for base in self.measured.get((fact.subject, fact.compared_with or "", fact.period), ()):
            if fact.compared_with != fact.metric:
                yield ox.Triple(node, _kg("comparedWith"), self.node(base))

    def evidence(self, key: str, evidence: Evidence) -> Iterator[ox.Triple]:
        """A kg:Evidence node."""
        node = self.node(key)
        yield ox.Triple(node, _TYPE, _kg("Evidence"))
        yield ox.Triple(node, _kg("inArticle"), self.node(f"article/{evidence.article}"))
        yield ox.Triple(node, _kg("quote"), _zh(evidence.quote))
        yield ox.Triple(node, _kg("startOffset"), _integer(evidence.start))
        yield ox.Triple(node, _kg("endOffset"), _integer(evidence.end))


def write_turtle(graph: KnowledgeGraph, path: Path) -> None:
    """The whole graph as Turtle; the same graph gives the same bytes."""
    ox.serialize(Writer(graph).triples(), path, format=ox.RdfFormat.TURTLE, prefixes={**PREFIXES, "": graph.base})


def write_store(turtle: Path, folder: Path) -> None:
    """An Oxigraph store of what a Turtle file holds, compacted and ready to be opened read-only."""
    store = ox.Store(str(folder))
    store.bulk_load(path=str(turtle), format=ox.RdfFormat.TURTLE)
    store.flush()
    store.optimize()
