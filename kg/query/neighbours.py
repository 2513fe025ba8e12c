"""What an entity is connected to, hop by hop."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from typing import get_args

from kg.errors import ConfigError
from kg.model.mention import Type
from kg.query.answers import Card, Neighbourhood, Ref
from kg.query.index import Index
from kg.text.vocabulary import NUMBER, signatures


def neighbours(
    index: Index,
    name: str,
    hops: int = 1,
    types: Collection[str] = (),
    relations: Collection[str] = (),
    limit: int | None = None,
) -> Neighbourhood:
    """Facts within `hops` steps of the entity `name`, nearest first, each once.

    `relations` are the only ones walked (`suppliesTo` for three hops is a supply chain); `types` say which far ends
    are shown, whatever lies between. Numbers are those of the entity itself: shown unless types, or relations
    without `observed`, are asked for. Raises UnknownName or AmbiguousName, and ConfigError for a number of hops, a
    limit, a type or a relation that cannot be, since an empty answer would look like a fact.
    """
    types = (types,) if isinstance(types, str) else types
    relations = (relations,) if isinstance(relations, str) else relations
    _check(hops, limit, types, relations)
    start = index.find(name)
    seen = {start.id}
    told: set[str] = set()
    found: list[tuple[int, Ref, sqlite3.Row]] = []
    ring = [start]
    for hop in range(1, hops + 1):
        following: list[Ref] = []
        for near in ring:
            for row in index.facts(near.id):
                if row["id"] in told or (relations and row["predicate"] not in relations):
                    continue
                told.add(row["id"])
                if not types or row["far_type"] in types:
                    found.append((hop, near, row))
                if row["far"] not in seen:
                    seen.add(row["far"])
                    following.append(Ref(id=row["far"], name=row["far_name"], type=row["far_type"]))
        ring = following
    numbers = () if types or (relations and NUMBER not in relations) else index.numbers(start.id)
    return Neighbourhood(
        entity=start,
        edges=tuple(index.edge(near, row, hop) for hop, near, row in found[:limit]),
        numbers=numbers[:limit],
        total=len(found),
        total_numbers=len(numbers),
    )


def _check(hops: int, limit: int | None, types: Collection[str], relations: Collection[str]) -> None:
    if hops < 1:
        raise ConfigError(f"hops is {hops}, but has to be 1 or more", f"hops 是 {hops}，应为正整数")
    if limit is not None and limit < 0:
        raise ConfigError(f"limit is {limit}, but cannot be negative", f"limit 是 {limit}，不能为负")
    facts = (*signatures(), NUMBER)
    for word, wanted, known in (("type", types, get_args(Type)), ("relation", relations, facts)):
        for one in sorted(set(wanted) - set(known)):
            raise ConfigError(
                f"there is no {word} {one!r}; there are {', '.join(sorted(known))}",
                f"没有 {one!r} 这个 {word}，可用的有 {'、'.join(sorted(known))}",
            )


def card(index: Index, name: str) -> Card:
    """Everything about the entity `name`. Raises UnknownName or AmbiguousName."""
    ref = index.find(name)
    row = index.rows("SELECT * FROM entity WHERE id = ?", ref.id)[0]
    named_in = index.rows("SELECT DISTINCT article FROM mention WHERE entity = ? AND NOT anaphor", ref.id)
    names = index.rows("SELECT name FROM name WHERE entity = ? ORDER BY name", ref.id)
    merged = index.rows("SELECT old FROM redirect WHERE new = ? ORDER BY old", ref.id)
    return Card(
        id=ref.id,
        iri=index.base + ref.id,
        type=ref.type,
        name=ref.name,
        names=tuple(r["name"] for r in names),
        level=row["level"],
        code=row["code"],
        role=row["role"],
        part_of=tuple(_above(index, row["part_of"])),
        merged=tuple(r["old"] for r in merged),
        mentions=row["mentions"],
        articles=index.articles(r["article"] for r in named_in),
        edges=tuple(index.edges(ref.id)),
        numbers=index.numbers(ref.id),
    )


def _above(index: Index, id: str | None) -> list[Ref]:
    found: list[Ref] = []
    while id is not None and id not in {ref.id for ref in found}:
        found.append(index.ref(id))
        row = index.one("SELECT part_of FROM entity WHERE id = ?", id)
        id = row["part_of"] if row else None
    return found
