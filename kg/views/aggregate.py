"""The picture of a graph too large to draw: places, and around each the types of what is found there, with counts."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping

from kg.model.claim import Relation
from kg.model.graph import KnowledgeGraph
from kg.model.mention import Entity, Type
from kg.views.captions import caption
from kg.views.drawing import Drawing, Group, Line, Node, settled
from kg.views.facts import Chosen, chain, ends
from kg.views.words import label

PLACES = 60
"""Places that get a flower of their own; what lies elsewhere counts for the division above it."""
NOWHERE = "nowhere"
"""Home of what no fact ties to any place, and of places too small for a flower whose division has none either."""
_LEVELS = ("county", "zone", "city")
_MEMBERS = 60
"""Entities inside a node that the page can unfold."""
_ROADS = 200
"""Lines between places, those with the most facts."""


def aggregate(graph: KnowledgeGraph, chosen: Chosen, places: int = PLACES) -> Drawing:
    """One node per place with its size, one per type at that place, and lines for the facts that join two places."""
    known = {entity.id: entity for entity in graph.entities}
    home = _gathered(_homes(graph, known), known, places)
    count: Counter[tuple[str, Type]] = Counter((home[id], known[id].type) for id in sorted(home))
    members: dict[tuple[str, Type], list[int]] = defaultdict(list)
    for number, entity in enumerate(chosen.entities):
        members[home[entity.id], entity.type].append(number)
    nodes: list[Node] = []
    lines = _roads(graph, home)
    groups: list[Group] = []
    for place in sorted({place for place, _ in count}):
        name = known[place].name if place in known else None
        hub = f"group/{place}"
        total = sum(n for (where, _), n in count.items() if where == place)
        nodes.append(Node(hub, "Place", f"{caption(name or '其他地方')}\n{total}", _size(total, 14)))
        groups.append(Group(hub, name, None, total, ()))
        for kind, n in sorted((kind, n) for (where, kind), n in count.items() if where == place):
            id = f"{hub}/{kind}"
            nodes.append(Node(id, kind, f"{label(kind).zh} {n}", _size(n, 7)))
            groups.append(Group(id, name, kind, n, tuple(members[place, kind][:_MEMBERS])))
            lines.append(Line(f"inside/{id}", hub, id, "inside", None))
    return Drawing(tuple(settled(nodes, lines)), tuple(lines), tuple(groups))


def _size(count: int, least: int) -> float:
    return round(min(least + 3 * math.log2(count + 1), 44), 1)


def _homes(graph: KnowledgeGraph, known: Mapping[str, Entity]) -> dict[str, str]:
    """Each named entity's county (else city, else the place itself), by what the pages say of where it is.

    What is not placed itself has the home of the nearest entity that a fact ties it to.
    """
    home = {id: _seat(id, known) for id, entity in known.items() if entity.type == "Place"}
    near: dict[str, list[str]] = defaultdict(list)
    for s in sorted(graph.statements, key=lambda s: (-len(s.evidence), s.id)):
        if len(ends(s)) == 2:
            first, second = ends(s)
            near[first].append(second)
            near[second].append(first)
            if isinstance(s.fact, Relation) and s.fact.predicate == "locatedIn" and second in home:
                home.setdefault(first, home[second])
    reached = sorted(home)
    for id in reached:
        for other in near[id]:
            if other not in home:
                home[other] = home[id]
                reached.append(other)
    named = (entity.id for entity in graph.entities if entity.articles or entity.id in near)
    return {id: home.get(id, NOWHERE) for id in named}


def _seat(id: str, known: Mapping[str, Entity]) -> str:
    return next((up for up in (id, *chain(known, id)) if known[up].level in _LEVELS), id)


def _gathered(home: Mapping[str, str], known: Mapping[str, Entity], places: int) -> dict[str, str]:
    """Homes with at most `places` different ones: what a smaller place holds counts for the division above it."""
    ranked = sorted(Counter(home.values()).items(), key=lambda pair: (-pair[1], pair[0]))
    kept = {place for place, _ in ranked[:places]}
    moved = {
        place: next((up for up in (place, *chain(known, place)) if up in kept), NOWHERE) for place, _ in ranked
    }  # fmt: skip
    return {id: moved[place] for id, place in home.items()}


def _roads(graph: KnowledgeGraph, home: Mapping[str, str]) -> list[Line]:
    """A line for each two places that facts join, as heavy as there are facts."""
    count: Counter[tuple[str, str]] = Counter()
    for s in graph.statements:
        if len(ends(s)) == 2:
            first, second = sorted(home[end] for end in ends(s))
            if first != second and NOWHERE not in (first, second):
                count[first, second] += 1
    best = sorted(count.items(), key=lambda pair: (-pair[1], pair[0]))[:_ROADS]
    return [
        Line(f"between/{first}/{second}", f"group/{first}", f"group/{second}", "between", None, weight)
        for (first, second), weight in best
    ]
