"""How two entities are connected: a shortest chain of facts, each with its sentence."""

from __future__ import annotations

import sqlite3

from kg.query.answers import Edge, Ref, Trail
from kg.query.index import Index


def path(index: Index, a: str, b: str, longest: int = 8) -> Trail:
    """A shortest path from `a` to `b` of at most `longest` facts, denied ones left out.

    Breadth first from `a`, the surest facts first, so that the answer is always the same one. What is merely known
    beforehand (`partOf`) is no step: every step has a sentence. Raises UnknownName or AmbiguousName.
    """
    start, end = index.find(a), index.find(b)
    reached: dict[str, tuple[Ref, sqlite3.Row] | None] = {start.id: None}
    ring = [start]
    for _ in range(longest):
        if end.id in reached:
            break
        following: list[Ref] = []
        for near in ring:
            facts = (row for row in index.facts(near.id) if row["modality"] != "denied")
            for row in sorted(facts, key=lambda row: (-row["confidence"], row["id"])):
                if row["far"] not in reached:
                    reached[row["far"]] = near, row
                    following.append(Ref(id=row["far"], name=row["far_name"], type=row["far_type"]))
        ring = following
    edges: list[Edge] = []
    here = end.id
    while (step := reached.get(here)) is not None:
        near, row = step
        edges.append(index.edge(near, row, hop=1))
        here = near.id
    edges.reverse()
    return Trail(start=start, end=end, found=end.id in reached, edges=tuple(edges), articles=index.count("article"))
