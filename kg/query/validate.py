"""The built graph held against ontology/shapes.ttl."""

from __future__ import annotations

from pathlib import Path

from kg import resources
from kg.errors import NotBuilt
from kg.query.answers import Report, Violation


def validate(output: Path) -> Report:
    """Whether outputs/graph.ttl conforms to the SHACL shapes, and in the shapes' own words where it does not."""
    import pyshacl
    from rdflib import Graph
    from rdflib.namespace import RDF, SH

    path = output / "graph.ttl"
    if not path.is_file():
        raise NotBuilt(str(path))
    graph = Graph().parse(path)
    ontology = resources.ontology()
    conforms, report, _ = pyshacl.validate(
        graph,
        shacl_graph=Graph().parse(ontology / "shapes.ttl"),
        ont_graph=Graph().parse(ontology / "kg.ttl"),
        inference="none",
    )
    violations = [
        Violation(
            focus=str(report.value(node, SH.focusNode)),
            path=_text(report.value(node, SH.resultPath)),
            value=_text(report.value(node, SH.value)),
            message="; ".join(sorted(str(text) for text in report.objects(node, SH.resultMessage))),
        )
        for node in report.subjects(RDF.type, SH.ValidationResult)
    ]
    violations.sort(key=lambda v: (v.focus, v.path or "", v.value or "", v.message))
    return Report(conforms=bool(conforms), triples=len(graph), violations=tuple(violations))


def _text(node: object) -> str | None:
    return None if node is None else str(node)
