"""SPARQL over the built store, read-only."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.errors import ConfigError, NotBuilt, QueryError

PREFIXES = {
    "kg": "https://kg.example/ontology#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
Results = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


def store(output: Path) -> ox.Store:
    """The store of a build, opened for reading. Raises NotBuilt where there is none."""
    folder = output / "store"
    if not folder.is_dir():
        raise NotBuilt(str(folder))
    try:
        return ox.Store.read_only(str(folder))
    except OSError as error:
        raise NotBuilt(f"{folder}: {error}") from error


def query(output: Path, text: str) -> Results:
    """The results of a SPARQL 1.1 query; the prefixes of `PREFIXES` need no declaration.

    Raises QueryError with the parser's words where the query is malformed.
    """
    try:
        return store(output).query(text, prefixes=PREFIXES)
    except SyntaxError as error:
        raise QueryError(str(error)) from error


def serialised(results: Results, form: str) -> str:
    """Results as `json`, `csv` or `tsv` (SELECT, ASK) or `turtle` (CONSTRUCT, DESCRIBE).

    Raises ConfigError where the form does not fit the kind of query.
    """
    if isinstance(results, ox.QueryTriples):
        if form != "turtle":
            raise ConfigError(f"CONSTRUCT and DESCRIBE answer with triples: --format turtle, not {form}")
        return (ox.serialize(results, format=ox.RdfFormat.TURTLE, prefixes=PREFIXES) or b"").decode()
    formats = {
        "json": ox.QueryResultsFormat.JSON,
        "csv": ox.QueryResultsFormat.CSV,
        "tsv": ox.QueryResultsFormat.TSV,
    }
    if form not in formats:
        raise ConfigError("SELECT and ASK answer with a table: --format table, json, csv or tsv")
    if isinstance(results, ox.QueryBoolean) and form in ("csv", "tsv"):
        return f"{str(bool(results)).lower()}\n"
    return results.serialize(format=formats[form]).decode()  # type: ignore[union-attr]


def is_graph(results: Results) -> bool:
    """Whether the results are triples (CONSTRUCT, DESCRIBE) and not a table."""
    return isinstance(results, ox.QueryTriples)


def table(results: Results) -> tuple[list[str], list[list[str]]]:
    """Head and rows of a SELECT, or of an ASK as one cell; IRIs shortened by the prefixes, unbound cells empty."""
    if isinstance(results, ox.QueryBoolean):
        return ["ASK"], [[str(bool(results)).lower()]]
    if isinstance(results, ox.QueryTriples):
        raise ConfigError("CONSTRUCT and DESCRIBE answer with triples: --format turtle")
    head = [variable.value for variable in results.variables]
    return head, [[_cell(row[name]) for name in head] for row in results]


def _cell(term: object) -> str:
    if term is None:
        return ""
    value = str(getattr(term, "value", term))
    if isinstance(term, ox.NamedNode):
        for prefix, iri in PREFIXES.items():
            if value.startswith(iri):
                return f"{prefix}:{value.removeprefix(iri)}"
    return value


def values(results: Results) -> list[dict[str, Any]] | bool | str:
    """Results as plain Python: rows of dicts, a truth value, or Turtle."""
    if isinstance(results, ox.QueryBoolean):
        return bool(results)
    if isinstance(results, ox.QueryTriples):
        return serialised(results, "turtle")
    head = [variable.value for variable in results.variables]
    return [{name: _value(row[name]) for name in head} for row in results]


def _value(term: object) -> Any:
    if not isinstance(term, ox.Literal):
        return None if term is None else str(getattr(term, "value", term))
    kind = term.datatype.value.rpartition("#")[2]
    readers: dict[str, Callable[[str], Any]] = {
        "integer": int, "decimal": Decimal, "double": float, "boolean": lambda text: text == "true",
    }  # fmt: skip
    return readers.get(kind, str)(term.value)
