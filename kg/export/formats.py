"""A built graph in the formats of others (`kg export`)."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.errors import ConfigError, NotBuilt
from kg.export import network
from kg.export.rdf import PREFIXES

_RDF = {"turtle": ox.RdfFormat.TURTLE, "ntriples": ox.RdfFormat.N_TRIPLES, "rdfxml": ox.RdfFormat.RDF_XML}


def convert(output: Path, form: str, target: Path | None) -> str:
    """The graph in `output` as `form`; written to `target` where one is given, else returned as text.

    `csv` writes nodes.csv and edges.csv into the folder `target`. Raises NotBuilt, or ConfigError where `csv` lacks
    a folder.
    """
    if form == "csv":
        if target is None:
            raise ConfigError("kg export csv writes two files: name their folder with -o")
        _csv(_network(output), target)
        return ""
    text = _text(output, form)
    if target is not None:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return text


def _file(output: Path, name: str) -> Path:
    path = output / name
    if not path.is_file():
        raise NotBuilt(str(path))
    return path


def _network(output: Path) -> Any:
    return network.read(_file(output, "graph.json"))


def _text(output: Path, form: str) -> str:
    if form in ("json", "graphml"):
        return _file(output, f"graph.{form}").read_text(encoding="utf-8")
    if form == "gexf":
        import networkx as nx

        return "\n".join(nx.generate_gexf(network.flat(_network(output)))) + "\n"
    turtle = _file(output, "graph.ttl")
    if form == "turtle":
        return turtle.read_text(encoding="utf-8")
    if form == "jsonld":
        from rdflib import Graph

        graph = Graph().parse(turtle)
        context = {name: iri for name, iri in PREFIXES.items() if name}
        return graph.serialize(format="json-ld", context=context, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    triples = (quad.triple for quad in ox.parse(path=str(turtle), format=ox.RdfFormat.TURTLE))
    return (ox.serialize(triples, format=_RDF[form], prefixes=PREFIXES) or b"").decode()


def _csv(net: Any, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    nodes = [{"id": node, **_cells(data)} for node, data in sorted(net.nodes(data=True))]
    edges = [
        {"source": source, "target": target, "statement": key, **_cells(data)}
        for source, target, key, data in sorted(net.edges(keys=True, data=True), key=lambda edge: edge[:3])
    ]
    for name, rows in (("nodes", nodes), ("edges", edges)):
        head = list(dict.fromkeys(column for row in rows for column in row))
        (folder / f"{name}.csv").write_text(_table(head, rows), encoding="utf-8-sig", newline="")


def _table(head: list[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """CSV text. A cell that a spreadsheet would run as a formula gets an apostrophe in front."""
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, head)
    writer.writeheader()
    for row in rows:
        writer.writerow({key: _inert(value) for key, value in row.items()})
    return buffer.getvalue()


def _inert(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")) else value


def _cells(data: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: json.dumps(value, ensure_ascii=False, sort_keys=True) if isinstance(value, list | dict) else value
        for name, value in data.items()
    }
