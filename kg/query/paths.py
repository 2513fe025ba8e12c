"""How two entities are connected: a shortest chain of facts, each with its sentence."""

from __future__ import annotations

from kg.query.answers import Edge, Trail
from kg.query.index import Index


def path(index: Index, a: str, b: str, longest: int = 8) -> Trail:
    """A shortest path from `a` to `b` of at most `longest` facts, denied ones left out.

    Breadth first from `a`, ties broken by the order of `Index.edges`, so that the answer is always the same one.
    Raises UnknownName or AmbiguousName.
    """
    start, end = index.find(a), index.find(b)
    reached: dict[str, tuple[str, str] | None] = {start.id: None}
    ring = [start.id]
    for _ in range(longest):
        if end.id in reached or not ring:
            break
        following = []
        for id in ring:
            for statement, far in _steps(index, id):
                if far not in reached:
                    reached[far] = (id, statement)
                    following.append(far)
        ring = following
    edges: list[Edge] = []
    here = end.id
    while (step := reached.get(here)) is not None:
        near, statement = step
        edges.append(next(e for e in index.edges(near) if e.statement == statement and e.far.id == here))
        here = near
    edges.reverse()
    return Trail(start=start, end=end, found=end.id in reached, edges=tuple(edges), articles=index.count("article"))


def _steps(index: Index, id: str) -> list[tuple[str, str]]:
    rows = index.rows(
        "SELECT id, subject, object FROM statement WHERE (subject = ?1 OR object = ?1) AND kind != 'observation'"
        " AND modality != 'denied' ORDER BY confidence DESC, id",
        id,
    )
    return [(row["id"], row["object"] if row["subject"] == id else row["subject"]) for row in rows]
