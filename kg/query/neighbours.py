"""What an entity is connected to, hop by hop."""

from __future__ import annotations

from collections.abc import Collection

from kg.query.answers import Card, Edge, Neighbourhood, Ref
from kg.query.index import Index


def neighbours(
    index: Index,
    name: str,
    hops: int = 1,
    types: Collection[str] = (),
    relations: Collection[str] = (),
    limit: int | None = None,
) -> Neighbourhood:
    """Facts within `hops` steps of the entity `name`, nearest first, each once.

    `types` keeps edges whose far end has one of these types, `relations` edges of these predicates; what they leave
    out is not walked through either. Raises UnknownName or AmbiguousName.
    """
    start = index.find(name)
    seen = {start.id}
    told: set[str] = set()
    edges: list[Edge] = []
    ring = [start.id]
    for hop in range(1, hops + 1):
        following: list[str] = []
        for id in ring:
            for edge in index.edges(id, hop):
                if edge.statement in told or (types and edge.far.type not in types):
                    continue
                if relations and edge.relation not in relations:
                    continue
                told.add(edge.statement)
                edges.append(edge)
                if edge.far.id not in seen:
                    seen.add(edge.far.id)
                    following.append(edge.far.id)
        ring = following
    numbers = () if types or (relations and "observed" not in relations) else index.numbers(start.id)
    return Neighbourhood(entity=start, edges=tuple(edges[:limit]), numbers=numbers[:limit], total=len(edges))


def card(index: Index, name: str) -> Card:
    """Everything about the entity `name`. Raises UnknownName or AmbiguousName."""
    ref = index.find(name)
    row = index.rows("SELECT * FROM entity WHERE id = ?", ref.id)[0]
    named_in = [r["article"] for r in index.rows(
        "SELECT DISTINCT article FROM mention WHERE entity = ? AND NOT anaphor", ref.id)]  # fmt: skip
    return Card(
        id=ref.id,
        iri=index.base + ref.id,
        type=ref.type,
        name=ref.name,
        names=tuple(r["name"] for r in index.rows("SELECT name FROM name WHERE entity = ? ORDER BY name", ref.id)),
        level=row["level"],
        code=row["code"],
        role=row["role"],
        part_of=tuple(_above(index, row["part_of"])),
        merged=tuple(r["old"] for r in index.rows("SELECT old FROM redirect WHERE new = ? ORDER BY old", ref.id)),
        mentions=row["mentions"],
        articles=index.articles(named_in),
        edges=tuple(index.edges(ref.id)),
        numbers=index.numbers(ref.id),
    )


def _above(index: Index, id: str | None) -> list[Ref]:
    found: list[Ref] = []
    while id is not None and len(found) < 8:
        found.append(index.ref(id))
        row = index.one("SELECT part_of FROM entity WHERE id = ?", id)
        id = row["part_of"] if row else None
    return found
