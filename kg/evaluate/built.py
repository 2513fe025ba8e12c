"""What a built graph says of one page, and of that page alone."""

from __future__ import annotations

from collections import defaultdict
from sqlite3 import Row
from typing import NamedTuple

from kg.query.index import Index


class BuiltArticle(NamedTuple):
    """An article as built; offsets of its body in the page."""

    start: int
    end: int
    title: str | None
    authors: frozenset[str]


class BuiltEntity(NamedTuple):
    """An entity that an article of the page names, with all its names."""

    id: str
    type: str
    names: frozenset[str]


class BuiltPage(NamedTuple):
    """Everything that has evidence on the page. Facts are tuples of entity ids and values."""

    text: str
    articles: list[BuiltArticle]
    entities: list[BuiltEntity]
    names: dict[str, str]
    relations: set[tuple[str, str, str]]
    positions: list[tuple[str, str, str]]
    observations: list[tuple[str, str, str, str | None]]
    evidence: list[tuple[int, int, str]]


def page(index: Index, document: str) -> BuiltPage | None:
    """The page whose file is called `document`, None where the graph has no such page."""
    rows = index.rows("SELECT id, source, text FROM page ORDER BY source")
    row = next((r for r in rows if r["source"] == document or r["source"].endswith("/" + document)), None)
    if row is None:
        return None
    relations, positions, observations = _facts(index, row["id"])
    return BuiltPage(
        text=row["text"],
        articles=_articles(index, row["id"]),
        entities=_entities(index, row["id"]),
        names={r["id"]: r["name"] for r in index.rows("SELECT id, name FROM entity")},
        relations=relations,
        positions=positions,
        observations=observations,
        evidence=[
            (r["first"], r["last"], r["quote"])
            for r in index.rows(
                "SELECT DISTINCT e.article, e.first, e.last, e.quote FROM evidence e JOIN article a ON a.id = e.article"
                " WHERE a.page = ? ORDER BY e.first, e.last",
                row["id"],
            )
        ],
    )


def statements(index: Index, page_id: str) -> list[Row]:
    """The rows of all statements that have evidence on the page, by id."""
    return index.rows(
        "SELECT DISTINCT s.* FROM statement s JOIN evidence e ON e.statement = s.id JOIN article a ON a.id = e.article"
        " WHERE a.page = ? ORDER BY s.id",
        page_id,
    )


def _articles(index: Index, page_id: str) -> list[BuiltArticle]:
    authors: dict[str, set[str]] = defaultdict(set)
    for r in index.rows("SELECT a.article, e.name FROM author a JOIN entity e ON e.id = a.person"):
        authors[r["article"]].add(r["name"])
    return [
        BuiltArticle(r["first"], r["last"], r["title"], frozenset(authors[r["id"]]))
        for r in index.rows("SELECT * FROM article WHERE page = ? ORDER BY first, last", page_id)
    ]


def _entities(index: Index, page_id: str) -> list[BuiltEntity]:
    ids = index.rows(
        "SELECT DISTINCT e.id, e.type FROM mention m JOIN article a ON a.id = m.article"
        " JOIN entity e ON e.id = m.entity"
        " WHERE a.page = ? AND NOT m.anaphor ORDER BY e.id",
        page_id,
    )
    return [
        BuiltEntity(
            r["id"], r["type"],
            frozenset(n["name"] for n in index.rows("SELECT name FROM name WHERE entity = ?", r["id"])),
        )
        for r in ids
    ]  # fmt: skip


def _facts(
    index: Index, page_id: str
) -> tuple[set[tuple[str, str, str]], list[tuple[str, str, str]], list[tuple[str, str, str, str | None]]]:
    rows = statements(index, page_id)
    relations, positions, observations = set(), [], []
    for r in rows:
        if r["kind"] == "relation":
            # a leader of an industry is a member of it
            relations.add((r["subject"], {"leads": "memberOf"}.get(r["predicate"], r["predicate"]), r["object"]))
        elif r["kind"] == "post":
            positions.append((r["subject"], r["label"], r["object"]))
        else:
            observations.append((r["subject"], r["label"], r["value"], r["unit"]))
    return relations, positions, observations
