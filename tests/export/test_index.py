"""The SQLite index agrees with RDF and NetworkX, and is the same for the same graph."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pyoxigraph as ox

from kg import load
from kg.export import index as export
from kg.model.graph import KnowledgeGraph
from kg.query.index import Index
from kg.text.vocabulary import PREFIXES


def test_rdf_networkx_and_sqlite_count_alike(outputs: Path, index: Index) -> None:
    store = ox.Store.read_only(str(outputs / "store"))

    def counted(what: str) -> int:
        found = store.query(f"SELECT (COUNT(DISTINCT ?x) AS ?n) {{ {what} }}", prefixes=PREFIXES)
        assert isinstance(found, ox.QuerySolutions)
        return int(next(found)["n"].value)

    net = load(outputs).networkx()
    edges = Counter(data["relation"] for *_, data in net.edges(data=True))
    numbers = sum(len(data["observations"]) for _, data in net.nodes(data=True))
    kinds = {row[0]: row[1] for row in index.rows("SELECT kind, count(*) FROM statement GROUP BY kind")}
    assert counted("?x skos:prefLabel ?y") == len(net) == index.count("entity") == 12
    posts = edges.pop("holdsPost")
    background = edges.pop("partOf")
    assert counted("?x a rdf:Statement") == edges.total() == kinds["relation"]
    assert counted("?x a kg:Post") == posts == kinds["post"] == 2
    assert counted("?x a kg:Observation") == numbers == kinds["observation"] == 2
    assert counted("?x kg:partOf ?y") == background == index.count("entity", "part_of IS NOT NULL") == 1
    assert counted("?x a kg:Article") == index.count("article") == 3
    for predicate, count in edges.items():
        rows = index.count("statement", f"predicate = '{predicate}'")
        assert counted(f"?x rdf:predicate kg:{predicate}") == count == rows


def test_the_same_graph_gives_the_same_bytes(graph: KnowledgeGraph, tmp_path: Path) -> None:
    for name in ("a", "b"):
        export.write(graph, tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_an_empty_graph_has_an_index(graph: KnowledgeGraph, tmp_path: Path) -> None:
    empty = type(graph)(
        base=graph.base, pages=(), articles=(), entities=(), redirects=(), statements=(), claims=(), mentions=(),
        authors=(), rejects=(),
    )  # fmt: skip
    export.write(empty, tmp_path / "index.sqlite")
    with Index(tmp_path) as index:
        assert index.count("entity") == 0
        assert index.base == graph.base
