"""A built graph in the formats of others (`kg export`)."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.errors import ConfigError, NotBuilt
from kg.export import network
from kg.text.vocabulary import PREFIXES

FORMATS = ("turtle", "ntriples", "rdfxml", "jsonld", "graphml", "gexf", "json", "csv")

_RDF = {"turtle": ox.RdfFormat.TURTLE, "ntriples": ox.RdfFormat.N_TRIPLES, "rdfxml": ox.RdfFormat.RDF_XML}
_MODIFIED = re.compile(r' lastmodifieddate="[^"]*"')
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def convert(output: Path, form: str, target: Path | None) -> str:
    """The graph in `output` as `form` (one of FORMATS): written to `target` where one is given, else returned.

    `csv` writes nodes.csv and edges.csv into the folder `target`. Raises NotBuilt, or ConfigError where `csv` has no
    folder or the format is none of ours.
    """
    if form not in FORMATS:
        raise ConfigError(
            f"no format {form}: there are {', '.join(FORMATS)}", f"没有 {form} 格式，可用 {'、'.join(FORMATS)}"
        )
    if form == "csv":
        if target is None:
            raise ConfigError(
                "csv is two files, nodes.csv and edges.csv: name their folder with --to DIR",
                "csv 要写 nodes.csv 和 edges.csv 两个文件：请用 --to 目录 指定位置",
            )
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

        # a file that says when it was written would differ from day to day
        return _MODIFIED.sub("", "\n".join(nx.generate_gexf(network.flat(_network(output))))) + "\n"
    turtle = _file(output, "graph.ttl")
    if form == "turtle":
        return turtle.read_text(encoding="utf-8")
    if form == "jsonld":
        from rdflib import Graph

        graph = Graph().parse(turtle)
        return graph.serialize(format="json-ld", context=PREFIXES, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    triples = (quad.triple for quad in ox.parse(path=str(turtle), format=ox.RdfFormat.TURTLE))
    text = (ox.serialize(triples, format=_RDF[form], prefixes=PREFIXES) or b"").decode()
    return _NOT_XML.sub("", text) if form == "rdfxml" else text


def _csv(net: Any, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    nodes = [{"id": node, **_cells(data)} for node, data in sorted(net.nodes(data=True), key=lambda node: node[0])]
    edges = [
        {"source": source, "target": target, "statement": key, **_cells(data)}
        for source, target, key, data in sorted(net.edges(keys=True, data=True), key=lambda edge: edge[:3])
    ]
    for name, rows in (("nodes", nodes), ("edges", edges)):
        head = list(dict.fromkeys(column for row in rows for column in row))
        # with a byte order mark, without which spreadsheets read Chinese as Latin
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
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _cells(data: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: json.dumps(value, ensure_ascii=False, sort_keys=True) if isinstance(value, list | dict) else value
        for name, value in data.items()
    }
