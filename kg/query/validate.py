"""The built graph held against ontology/shapes.ttl."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg import resources
from kg.errors import NotBuilt
from kg.query.answers import Report, Violation

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node


def validate(output: Path) -> Report:
    """Whether outputs/graph.ttl conforms to the SHACL shapes, and in the shapes' own words where it does not."""
    from rdflib import Graph

    path = output / "graph.ttl"
    if not path.is_file():
        raise NotBuilt(str(path))
    return check(Graph().parse(path))


def check(graph: Graph) -> Report:
    """Whether `graph` conforms to the SHACL shapes."""
    import pyshacl
    from rdflib import Graph
    from rdflib.namespace import RDF, RDFS, SH, SKOS

    terms = Graph().parse(resources.ontology() / "kg.ttl")
    shapes = Graph().parse(resources.ontology() / "shapes.ttl")
    conforms, report, _ = pyshacl.validate(graph, shacl_graph=shapes, inference="none")
    violations = []
    for node in report.subjects(RDF.type, SH.ValidationResult):
        focus, term = report.value(node, SH.focusNode), report.value(node, SH.resultPath)
        violations.append(
            Violation(
                focus=str(focus),
                name=_text(graph.value(focus, SKOS.prefLabel)),
                path=_text(term),
                term=_by_language(terms.objects(term, RDFS.label)) if term is not None else {},
                value=_text(report.value(node, SH.value)),
                message=_by_language(report.objects(node, SH.resultMessage)),
            )
        )
    violations.sort(key=lambda v: (v.focus, v.path or "", v.value or "", sorted(v.message.items())))
    return Report(conforms=bool(conforms), triples=len(graph), violations=tuple(violations))


def _text(node: Node | None) -> str | None:
    return None if node is None else str(node)


def _by_language(texts: object) -> dict[str, str]:
    found = {getattr(text, "language", None) or "": str(text) for text in texts}  # type: ignore[attr-defined]
    return dict(sorted(found.items()))
