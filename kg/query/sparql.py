"""SPARQL over the built store, read-only and on this machine."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.errors import ConfigError, NotBuilt, QueryError
from kg.text.columns import width
from kg.text.vocabulary import PREFIXES

Results = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples

_PLACE = re.compile(r"error at (\d+):(\d+): *(.*)", re.DOTALL)
_CLASS = re.compile(r"\['[^\]]*\]|\\u\{\w+\}|\|")
_EXPECTED = re.compile(r'"[^"]+"|\b[A-Z]{2,}\b')
_PREFIX = re.compile(r"([\w.-]*):[\w.-]*$")
_DECLARED = re.compile(r"\bPREFIX\s+([\w.-]*):", re.IGNORECASE)
_SERVICE = re.compile(
    r"""<[^<>"{}|^`\\\s]*>|\"{3}.*?\"{3}|'{3}.*?'{3}|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\#[^\n]*"""
    r"""|(?<![\w?$:@-])(?P<service>SERVICE)(?![\w:-])""",
    re.IGNORECASE | re.DOTALL,
)
_TABLES = {"json": ox.QueryResultsFormat.JSON, "csv": ox.QueryResultsFormat.CSV, "tsv": ox.QueryResultsFormat.TSV}
_TRIPLES = {"turtle": ox.RdfFormat.TURTLE, "json": ox.RdfFormat.JSON_LD}


def store(output: Path) -> ox.Store:
    """The store of a build, opened for reading: nothing that is asked can change it. Raises NotBuilt."""
    folder = output / "store"
    if not folder.is_dir():
        raise NotBuilt(str(folder))
    try:
        return ox.Store.read_only(str(folder))
    except OSError as error:
        raise NotBuilt(f"{folder}: {error}") from error


def query(output: Path, text: str) -> Results:
    """The results of a SPARQL 1.1 query; the prefixes of `PREFIXES` need no declaration.

    Raises QueryError with the place where the query is malformed, or where it would ask another machine (SERVICE).
    """
    if any(match["service"] for match in _SERVICE.finditer(text)):
        raise QueryError(
            "SERVICE asks another machine, and queries stay on this one", "SERVICE 会访问别的机器，查询只在本机进行"
        )
    with _evaluation():
        try:
            return store(output).query(text, prefixes=PREFIXES)
        except SyntaxError as error:
            raise _located(text, str(error)) from error


def serialised(results: Results, form: str) -> str:
    """Results as `json`, `csv` or `tsv` (SELECT; ASK too), or as `turtle` or `json` (JSON-LD; CONSTRUCT, DESCRIBE).

    Raises ConfigError where the form does not fit the kind of query.
    """
    if isinstance(results, ox.QueryTriples):
        if form not in _TRIPLES:
            raise ConfigError(
                f"CONSTRUCT and DESCRIBE answer with triples: --format turtle or json, not {form}",
                f"CONSTRUCT 和 DESCRIBE 的结果是三元组：--format 用 turtle 或 json，不能用 {form}",
            )
        with _evaluation():
            return (ox.serialize(results, format=_TRIPLES[form], prefixes=PREFIXES) or b"").decode().rstrip("\n") + "\n"
    if form not in _TABLES:
        raise ConfigError(
            f"SELECT and ASK answer with a table: --format table, json, csv or tsv, not {form}",
            f"SELECT 和 ASK 的结果是表格：--format 用 table、json、csv 或 tsv，不能用 {form}",
        )
    if isinstance(results, ox.QueryBoolean) and form in ("csv", "tsv"):
        return f"{str(bool(results)).lower()}\n"
    with _evaluation():
        text = (results.serialize(format=_TABLES[form]) or b"").decode()
    return text if text.endswith("\n") else text + "\n"


def is_graph(results: Results) -> bool:
    """Whether the results are triples (CONSTRUCT, DESCRIBE) and not a table."""
    return isinstance(results, ox.QueryTriples)


def table(results: Results) -> tuple[list[str], list[list[str]]]:
    """Head and rows of a SELECT, or of an ASK as one cell; IRIs shortened by the prefixes, unbound cells empty."""
    if isinstance(results, ox.QueryBoolean):
        return ["ASK"], [[str(bool(results)).lower()]]
    if isinstance(results, ox.QueryTriples):
        raise ConfigError(
            "CONSTRUCT and DESCRIBE answer with triples: --format turtle or json",
            "CONSTRUCT 和 DESCRIBE 的结果是三元组：--format 用 turtle 或 json",
        )
    head = [variable.value for variable in results.variables]
    with _evaluation():
        return head, [[_cell(row[name]) for name in head] for row in results]


def values(results: Results) -> list[dict[str, Any]] | bool | str:
    """Results as plain Python: rows of dicts, a truth value, or Turtle."""
    if isinstance(results, ox.QueryBoolean):
        return bool(results)
    if isinstance(results, ox.QueryTriples):
        return serialised(results, "turtle")
    head = [variable.value for variable in results.variables]
    with _evaluation():
        return [{name: _value(row[name]) for name in head} for row in results]


@contextmanager
def _evaluation() -> Iterator[None]:
    """Results are computed while they are read: what goes wrong then is the query's too."""
    try:
        yield
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"the query failed: {error}", f"查询失败：{error}") from error


def _located(text: str, words: str) -> QueryError:
    """The parser's error with the line it means and a mark below the place."""
    match = _PLACE.match(words)
    if match is None:
        return QueryError(words)
    line, column = int(match[1]), int(match[2])
    rows = text.split("\n")
    shown = rows[line - 1] if line <= len(rows) else ""
    before = shown[: column - 1]
    mark = f"\n  {shown}\n  {' ' * width(before)}^"
    prefix = _PREFIX.search(before)
    if prefix and prefix[1] not in {*PREFIXES, *_DECLARED.findall(text)}:
        en, zh = f"prefix {prefix[1]}: is not declared", f"前缀 {prefix[1]}: 没有声明"
    else:
        wanted = " ".join(dict.fromkeys(_EXPECTED.findall(_CLASS.sub("", match[3]))))
        en, zh = (f"expected one of {wanted}", f"此处应为 {wanted}") if wanted else ("not SPARQL", "不合 SPARQL 语法")
    return QueryError(f"line {line}, column {column}: {en}{mark}", f"第 {line} 行第 {column} 列：{zh}{mark}")


def _cell(term: object) -> str:
    if term is None:
        return ""
    value = str(getattr(term, "value", term))
    if isinstance(term, ox.NamedNode):
        for prefix, iri in PREFIXES.items():
            if value.startswith(iri):
                return f"{prefix}:{value.removeprefix(iri)}"
    return value


def _value(term: object) -> Any:
    if not isinstance(term, ox.Literal):
        return None if term is None else str(getattr(term, "value", term))
    kind = term.datatype.value.rpartition("#")[2]
    readers: dict[str, Callable[[str], Any]] = {
        "integer": int, "decimal": Decimal, "double": float, "boolean": lambda text: text == "true",
    }  # fmt: skip
    return readers.get(kind, str)(term.value)
