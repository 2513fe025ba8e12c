"""The picture of a graph too large to draw: places, and around each the types of what is found there, with counts."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from kg.model.claim import Relation
from kg.model.graph import KnowledgeGraph
from kg.model.mention import Entity, Type
from kg.views.captions import caption, room
from kg.views.drawing import Drawing, Group, Line, Node
from kg.views.facts import Chosen, chain, ends
from kg.views.layout import Body, Point, place
from kg.views.words import label

PLACES = 30
"""Places that get a flower of their own; what lies elsewhere counts for the division above it."""
NOWHERE = "nowhere"
"""Home of what no fact ties to any place."""
ELSEWHERE = "elsewhere"
"""Home of what lies in a place too small for a flower of its own, where the division above it has none either."""
_REST = {ELSEWHERE: "其他地方", NOWHERE: "未定位"}
_REST_MOST = 20.0
"""Largest mark of what has no place: however much it is, it is none, and must not look like the greatest."""
_LEVELS = ("county", "zone", "city")
_WIDE = 1.3
"""Rings are this much wider than high: captions are."""
_MEMBERS = 60
"""Entities inside a node that the page can unfold."""
_ASIDE = 120.0
"""Room between the places and what stands aside."""
_MOST = 44.0
"""Radius of the largest mark."""
_ROADS = 60
"""Lines between places, those with the most facts."""


def aggregate(graph: KnowledgeGraph, chosen: Chosen, places: int = PLACES) -> Drawing:
    """One node per place with its size, one per type at that place, and lines for the facts that join two places."""
    known = {entity.id: entity for entity in graph.entities}
    home = _gathered(_homes(graph, known), known, places)
    count: Counter[tuple[str, Type]] = Counter((home[id], known[id].type) for id in sorted(home))
    members: dict[tuple[str, Type], list[int]] = defaultdict(list)
    for number, entity in enumerate(chosen.entities):
        members[home[entity.id], entity.type].append(number)
    hubs: list[Node] = []
    petals: dict[str, list[Node]] = {}
    groups: list[Group] = []
    for where in sorted({where for where, _ in count}):
        name = known[where].name if where in known else None
        kinds = sorted(((kind, n) for (at, kind), n in count.items() if at == where), key=lambda k: (-k[1], k[0]))
        total = sum(n for _, n in kinds)
        hub = f"group/{where}"
        most = _REST_MOST if where in _REST else _MOST
        hubs.append(Node(hub, "Place", f"{caption(name or _REST[where])}\n{total}", _size(total, 14, most)))
        groups.append(Group(hub, name, None, total, ()))
        petals[hub] = [
            Node(f"{hub}/{kind}", kind, f"{label(kind).zh} {n}", _size(n, 6, most * 0.7)) for kind, n in kinds
        ]
        groups.extend(
            Group(f"{hub}/{kind}", name, kind, n, tuple(members[where, kind][:_MEMBERS])) for kind, n in kinds
        )
    roads = _roads(graph, home)
    inside = [Line(f"inside/{petal.id}", hub, petal.id, "inside", None) for hub in petals for petal in petals[hub]]
    return Drawing(tuple(_flowers(hubs, petals, roads)), (*roads, *inside), tuple(groups))


def _flowers(hubs: list[Node], petals: Mapping[str, list[Node]], roads: list[Line]) -> list[Node]:
    """Each place in the middle of a ring of its types, the rings beside one another, linked ones near; what has no
    place stands aside, below them all.
    """
    hubs = sorted(hubs, key=lambda hub: hub.id.removeprefix("group/") in _REST)
    number = {hub.id: i for i, hub in enumerate(hubs)}
    rings = [_ring(hub, petals[hub.id]) for hub in hubs]
    bodies = [Body(ring, 2 * _WIDE * ring + 150, 2 * ring + 70) for ring in rings]
    placed = sum(hub.id.removeprefix("group/") not in _REST for hub in hubs)
    points = place(bodies[:placed], [(number[road.start], number[road.end]) for road in roads])
    points += _aside(bodies[placed:], points, bodies)
    nodes: list[Node] = []
    for hub, ring, (x, y) in zip(hubs, rings, points, strict=True):
        nodes.append(msgspec.structs.replace(hub, x=x, y=y))
        for i, petal in enumerate(petals[hub.id]):
            # the commonest type on the left, so that no petal stands under the hub's caption by preference
            angle = math.pi + 2 * math.pi * i / len(petals[hub.id])
            left, top = round(x + _WIDE * ring * math.cos(angle), 1), round(y + ring * math.sin(angle), 1)
            nodes.append(msgspec.structs.replace(petal, x=left, y=top))
    return nodes


def _aside(rest: Sequence[Body], points: Sequence[Point], bodies: Sequence[Body]) -> list[Point]:
    """A row below what is placed, from its left rim on."""
    left = min((x - body.width / 2 for (x, _), body in zip(points, bodies, strict=False)), default=0.0)
    low = max((y + body.height / 2 for (_, y), body in zip(points, bodies, strict=False)), default=0.0)
    found = []
    for body in rest:
        found.append((round(left + body.width / 2, 1), round(low + _ASIDE + body.height / 2, 1)))
        left += body.width + _ASIDE
    return found


def _ring(hub: Node, petals: list[Node]) -> float:
    """Radius at which the petals and their captions have room beside one another."""
    around = sum(max(3 * petal.size, room(petal.caption)[1] * 2.6) + 16 for petal in petals)
    widest = max((petal.size for petal in petals), default=0.0)
    return round(max(hub.size + room(hub.caption)[1] + 1.5 * widest + 24, around / (2 * math.pi)), 1)


def _size(count: int, least: int, most: float) -> float:
    return round(min(least + 3 * math.log2(count + 1), most), 1)


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
    published = _published(graph, known)
    return {
        entity.id: home.get(entity.id) or next((published[a] for a in entity.articles if a in published), NOWHERE)
        for entity in graph.entities
        if entity.articles or entity.id in near
    }


def _published(graph: KnowledgeGraph, known: Mapping[str, Entity]) -> dict[str, str]:
    """Articles whose 我市 or 我县 is known, with that division: the home of whom nothing else places."""
    places = {entity.name: id for id, entity in sorted(known.items(), reverse=True) if entity.type == "Place"}
    return {a.id: _seat(places[a.home], known) for a in graph.articles if a.home in places}


def _seat(id: str, known: Mapping[str, Entity]) -> str:
    return next((up for up in (id, *chain(known, id)) if known[up].level in _LEVELS), id)


def _gathered(home: Mapping[str, str], known: Mapping[str, Entity], places: int) -> dict[str, str]:
    """Homes with at most `places` different ones: what a smaller place holds counts for the division above it.

    Two thirds of them are the places with the most, the others those provinces (or countries) that gather the most
    of what is left: without these, all small places of the land would be one heap.
    """
    count = Counter(home.values())
    ranked = sorted((where for where in count if where not in _REST), key=lambda where: (-count[where], where))
    kept = set(ranked if len(ranked) <= places else ranked[: places * 2 // 3])
    left: Counter[str] = Counter()
    for where in ranked:
        if not kept.intersection((where, *chain(known, where))):
            left[_province(where, known)] += count[where]
    kept.update(sorted(left, key=lambda where: (-left[where], where))[: places - len(kept)])
    moved = {where: next((up for up in (where, *chain(known, where)) if up in kept), _rest(where)) for where in count}
    return {id: moved[where] for id, where in home.items()}


def _province(where: str, known: Mapping[str, Entity]) -> str:
    """The province of a place, else the highest division above it that is no country, else the place itself."""
    above = [up for up in (where, *chain(known, where)) if known[up].level != "country"]
    return above[-1] if above else where


def _rest(where: str) -> str:
    return where if where in _REST else ELSEWHERE


def _roads(graph: KnowledgeGraph, home: Mapping[str, str]) -> list[Line]:
    """A line for each two places that facts join, as heavy as there are facts."""
    count: Counter[tuple[str, str]] = Counter()
    for s in graph.statements:
        if len(ends(s)) == 2:
            first, second = sorted(home[end] for end in ends(s))
            if first != second and first not in _REST and second not in _REST:
                count[first, second] += 1
    best = sorted(count.items(), key=lambda pair: (-pair[1], pair[0]))[:_ROADS]
    return [
        Line(f"between/{first}/{second}", f"group/{first}", f"group/{second}", "between", None, weight)
        for (first, second), weight in best
    ]
