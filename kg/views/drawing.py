"""The picture as records: what is drawn, where, and with which mark."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from kg.model.claim import Statement
from kg.model.graph import KnowledgeGraph
from kg.model.mention import Entity, Type
from kg.views import looks
from kg.views.captions import caption, room
from kg.views.facts import Chosen, chain, ends, relation
from kg.views.layout import Body, place

LIMIT = 1_500
"""Nodes above which a picture of single entities is a hairball in any library."""
PART_OF = "partOf"
_MARGIN = 10.0


class Node(msgspec.Struct, frozen=True):
    """A mark with its caption; `x`, `y` are the middle of the mark."""

    id: str
    type: Type
    caption: str
    size: float
    x: float = 0.0
    y: float = 0.0


class Line(msgspec.Struct, frozen=True):
    """A fact as a line; `modality` is None for background knowledge."""

    id: str
    start: str
    end: str
    relation: str
    modality: str | None
    weight: int = 1


class Group(msgspec.Struct, frozen=True):
    """A node of an aggregate: entities of one type at one place, or (type None) all of a place."""

    id: str
    place: str | None
    """Name of the place; None for what no place could be found for, and for all places too small to be shown."""
    type: Type | None
    count: int
    members: tuple[int, ...]
    """Numbers in the page's list of entities, best attested first; those only that the page carries."""


class Drawing(msgspec.Struct, frozen=True):
    """Everything drawn. `groups` is empty where each node is an entity."""

    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]
    groups: tuple[Group, ...] = ()


def linked(graph: KnowledgeGraph) -> set[str]:
    """Entities with a fact to another entity: those that a picture shows."""
    return {end for s in graph.statements if len(ends(s)) == 2 for end in ends(s)}


def whole(graph: KnowledgeGraph, chosen: Chosen) -> Drawing:
    """Every entity that has a fact to another one, and the division that several of them lie in."""
    known = {entity.id: entity for entity in graph.entities}
    lines = [line(s) for s in chosen.facts]
    shown = {id for drawn in lines for id in (drawn.start, drawn.end)}
    lines += _divisions(known, shown)
    degree = Counter(id for drawn in lines for id in (drawn.start, drawn.end))
    nodes = [
        Node(id, known[id].type, caption(known[id].name), looks.radius(known[id].type, degree[id]))
        for id in sorted(degree)
    ]
    return Drawing(tuple(settled(nodes, lines)), tuple(lines))


def line(s: Statement) -> Line:
    """The line of a fact between two entities."""
    start, end = ends(s)
    return Line(s.id, start, end, relation(s), s.modality)


def settled(nodes: Sequence[Node], lines: Sequence[Line]) -> list[Node]:
    """The nodes with their positions."""
    number = {node.id: i for i, node in enumerate(nodes)}
    bodies = []
    for node in nodes:
        width, height = room(node.caption)
        bodies.append(Body(node.size, max(width, 2 * node.size) + _MARGIN, height + 2 * node.size + _MARGIN))
    points = place(bodies, [(number[drawn.start], number[drawn.end]) for drawn in lines])
    # the box that was placed holds mark and caption; the mark stands in its upper part
    return [
        msgspec.structs.replace(node, x=x, y=round(y - room(node.caption)[1] / 2, 1))
        for node, (x, y) in zip(nodes, points, strict=True)
    ]


def _divisions(known: Mapping[str, Entity], shown: set[str]) -> list[Line]:
    """Lines from each drawn place to the nearest division above it that is drawn, or that joins several of them."""
    below: Counter[str] = Counter()
    chains = {id: chain(known, id) for id in sorted(shown) if known[id].type == "Place"}
    for above_it in chains.values():
        below.update([] if shown.intersection(above_it) else above_it[:1])
    joined = shown | {id for id, count in below.items() if count > 1}
    lines = []
    for id, above_it in chains.items():
        above = next((up for up in above_it if up in joined), None)
        if above is not None:
            lines.append(Line(f"{PART_OF}/{id}", id, above, PART_OF, None))
    return lines
