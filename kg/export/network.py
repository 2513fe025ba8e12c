"""The graph as a NetworkX MultiDiGraph: graph.json (node-link, loads back whole) and graph.graphml (Gephi, yEd)."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import networkx as nx

from kg.model.claim import Evidence, Observation, Post, Relation, Statement
from kg.model.graph import KnowledgeGraph
from kg.text.vocabulary import POST

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def digraph(graph: KnowledgeGraph) -> nx.MultiDiGraph:
    """Entities as nodes, facts as edges keyed by statement id; a number is an attribute of its subject's node.

    Node attributes: `label`, `type`, `names`, `articles` (lists), `level`, `code`, `role`, `observations` (list of
    dicts). Edge attributes: `relation` (the predicate; `holdsPost` for an office, with its `title` and, where it
    is past, `former`; `partOf` for
    what is known beforehand), `modality` (plans and denials are edges too: look at it before you count),
    `confidence`, `evidence` (list of dicts with article, start, end, quote).
    """
    net = nx.MultiDiGraph(name="situ-kg", base=graph.base)
    for entity in graph.entities:
        net.add_node(entity.id, label=entity.name, type=entity.type, names=list(entity.names),
                     articles=list(entity.articles), level=entity.level, code=entity.code, role=entity.role,
                     observations=[])  # fmt: skip
    for entity in graph.entities:
        if entity.part_of:
            net.add_edge(entity.id, entity.part_of, key="partOf", relation="partOf", modality="asserted",
                         confidence=1.0, evidence=[])  # fmt: skip
    for statement in graph.statements:
        _add(net, statement)
    return net


def write(graph: KnowledgeGraph, folder: Path) -> None:
    """graph.json and graph.graphml into `folder`."""
    net = digraph(graph)
    data = nx.node_link_data(net, edges="edges")
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    (folder / "graph.json").write_text(text + "\n", encoding="utf-8")
    # not write_graphml, whose output differs where lxml happens to be installed
    nx.write_graphml_xml(flat(net), folder / "graph.graphml", encoding="utf-8", named_key_ids=True)


def read(path: Path) -> nx.MultiDiGraph:
    """The graph of a graph.json, as `digraph` made it."""
    return nx.node_link_graph(json.loads(path.read_text(encoding="utf-8")), edges="edges")


def _add(net: nx.MultiDiGraph, statement: Statement) -> None:
    shared = {
        "modality": statement.modality,
        "confidence": statement.confidence,
        "evidence": [_evidence(e) for e in statement.evidence],
    }
    match statement.fact:
        case Relation() as fact:
            net.add_edge(fact.subject, fact.object, key=statement.id, relation=fact.predicate, **shared)
        case Post() as fact:
            dates = {"heldOn": fact.held_on, "heldFrom": fact.held_from, "heldUntil": fact.held_until,
                     "former": fact.former or None}  # fmt: skip
            net.add_edge(fact.person, fact.of, key=statement.id, relation=POST, title=fact.title, **dates, **shared)
        case Observation() as fact:
            net.nodes[fact.subject]["observations"].append(
                {"id": statement.id, "metric": fact.metric, "value": fact.value, "unit": fact.unit,
                 "period": fact.period, "comparedWith": fact.compared_with, **shared}
            )  # fmt: skip


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {"article": evidence.article, "start": evidence.start, "end": evidence.end, "quote": evidence.quote}


def flat(net: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """The graph as GraphML and GEXF can hold it: lists become JSON text, what is None is left out, and so are the
    control characters that XML 1.0 has no place for.
    """
    plain = nx.MultiDiGraph(**_plain(net.graph))
    for node, attributes in net.nodes(data=True):
        plain.add_node(node, **_plain(attributes))
    for source, target, key, attributes in net.edges(keys=True, data=True):
        plain.add_edge(source, target, key=key, **_plain(attributes))
    return plain


def _plain(attributes: dict[str, Any]) -> dict[str, str | float]:
    return {name: _cell(value) for name, value in sorted(attributes.items()) if value is not None}


def _cell(value: Any) -> str | float:
    if isinstance(value, list | dict):
        value = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return _NOT_XML.sub("", value) if isinstance(value, str) else value
