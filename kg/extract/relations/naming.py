"""What a name itself says: X县…产业集群 lies in X县, X县Y镇人大 in Y镇, X公司Y项目 is X公司's."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from kg.extract.anaphora import division
from kg.extract.discourse import Discourse
from kg.extract.relations.draft import Draft
from kg.model.mention import Entity

_PLACED = ("Government", "Park", "Cluster", "Chain", "Project", "Event", "Industry")
_ABOVE = {"country": -1, "province": 0, "city": 1, "county": 2, "zone": 2, "town": 3, "village": 4}
_SURE = {
    "Government": 0.98, "Park": 0.92, "Cluster": 0.95, "Chain": 0.95, "Project": 0.85, "Industry": 0.85,
    "Event": 0.8,
}  # fmt: skip
_OWN = re.compile(r"(?:全|我)(省|市|县|区|镇)")
_YEAR = re.compile(
    r"^\d{4}年度?|^第[一二三四五六七八九十百\d]+[届批次]|"
    r"^(?:中共|中国共产党|共青团|致公党|九三学社|农工党|民革|民盟|民建|民进|台盟)(?!中央)"
)
_ABOUT = re.compile(r"^“|^[\u4e00-\u9fff]{2,4}(?:文化|精神|艺术)")
"""What an event is on, which need not be where it is held: X文化展."""
_BRANCH = re.compile(r"（[\u4e00-\u9fff]{2,6}）|分公司$|子公司$|分厂$")
_CORE = 4
"""Characters that a project's name and its company's share at least; fewer are a place or a trade."""


def drafts(discourse: Discourse) -> Iterator[Draft]:
    """What the names of the scene's entities say, each where it is first named."""
    entities = discourse.scene.entities
    states = _places(entities, _ABOVE)
    places = _places(entities, _ABOVE.keys() - {"country"})
    stems = _stems(places)
    seen: set[str] = set()
    for link in discourse.scene.links:
        start, at = link.mention.start, discourse.index(link.mention.start)
        for entity in (entities[link.entity],):
            if entity.id in seen or link.mention.anaphor:
                continue
            seen.add(entity.id)
            if entity.type in _PLACED or entity.level == "zone":
                known = stems if entity.type in ("Park", "Cluster", "Chain") else places
                known = states if entity.type == "Government" else known
                for place in _located(entity, known, discourse.text) or _own(discourse, entity, start):
                    yield Draft(
                        entity.id, "locatedIn", place, at, at + 1, f"relations.name.{entity.type.lower()}",
                        _SURE.get(entity.type, 0.95),
                    )  # fmt: skip
            yield from _made(entity, entities, at)
            yield from _branch(entity, entities, at)


def _places(entities: Mapping[str, Entity], levels: Collection[str]) -> dict[str, list[Entity]]:
    """Name of two characters or more → the divisions of `levels` that bear it (鲁豫 bears two)."""
    out: dict[str, list[Entity]] = {}
    for entity in sorted(entities.values(), key=lambda e: e.id):
        if entity.type == "Place" and entity.level in levels:
            for name in entity.names:
                if len(name) > 1 and entity not in out.setdefault(name, []):
                    out[name].append(entity)
    return out


def _stems(places: Mapping[str, list[Entity]]) -> dict[str, list[Entity]]:
    """The same with X for X镇, as parks and clusters are called."""
    out = dict(places)
    for name, bearers in sorted(places.items()):
        if len(name) > 2 and name[-1] in "省市县区镇乡村" and bearers[0].level != "village":
            out.setdefault(name[:-1], bearers)
    return out


def _located(entity: Entity, places: Mapping[str, list[Entity]], text: str) -> list[str]:
    """The division that an organ is of: the lowest of those its name begins with; for the rest each of them."""
    best: list[list[Entity]] = []
    for name in entity.names:
        if entity.level == "zone" and name not in text:
            continue
        chain = [level for level in _chain(name, places) if entity not in level]
        if entity.type == "Project" and chain and chain[-1][-1].name not in name:
            continue
        if entity.type == "Event" and chain and (len(chain[-1]) > 1 or _elsewhere(name, chain[-1][0])):
            continue
        if entity.type == "Event" and _ABOUT.search(name):
            continue
        if len(chain) > len(best):
            best = chain
    if not best:
        return []
    if entity.type in ("Government", "Event"):
        return [place.id for place in best[-1]] if len(best[-1]) == 1 or entity.type == "Event" else []
    return [place.id for level in best for place in level]


def _own(discourse: Discourse, entity: Entity, position: int) -> list[str]:
    """The home of what is called 全市…会 or 全县…行动."""
    own = _OWN.match(entity.name)
    place = division(discourse.scene, own.group(1), position) if own else None
    return [place] if place else []


def _elsewhere(name: str, place: Entity) -> bool:
    """中国…大会 lies anywhere in the country."""
    return place.level not in ("city", "county", "town", "zone", "village") and place.name not in name


def _chain(name: str, places: Mapping[str, list[Entity]]) -> list[list[Entity]]:
    """The divisions that `name` begins with, from the highest to the lowest: X县Y镇人大 → X县, Y镇."""
    out: list[list[Entity]] = []
    rest = _YEAR.sub("", name.lstrip("“《"))
    while True:
        hits = [length for length in range(2, min(12, len(rest))) if rest[:length] in places]
        fit = [h for h in hits if not out or _lower(places[rest[:h]], out[-1])]
        if not fit:
            return out
        out.append(places[rest[: max(fit)]])
        rest = rest[max(fit) :]


def _lower(below: list[Entity], above: list[Entity]) -> bool:
    return _ABOVE[below[0].level or "city"] > _ABOVE[above[0].level or "city"]


def _made(entity: Entity, entities: Mapping[str, Entity], at: int) -> Iterator[Draft]:
    """A product or project whose name begins with a company's: it makes or undertakes it."""
    if entity.type not in ("Product", "Project"):
        return
    predicate = "produces" if entity.type == "Product" else "undertakes"
    makers = set()
    for maker in entities.values():
        if maker.type == "Company":
            for name in maker.names:
                begins = len(name) > 1 and len(entity.name) > len(name) and entity.name.startswith(name)
                if begins or (
                    entity.type == "Project" and entity.name[:_CORE] in name and not _is_place(entity, entities)
                ):
                    makers.add(maker.id)
    if len(makers) == 1:
        yield Draft(makers.pop(), predicate, entity.id, at, at + 1, f"relations.name.{entity.type.lower()}", 0.82)


def _branch(entity: Entity, entities: Mapping[str, Entity], at: int) -> Iterator[Draft]:
    """A firm called as another with a place or 分公司 behind: X（南方）公司, X集团Y分公司 are X's."""
    if entity.type != "Company" or not _BRANCH.search(entity.name):
        return
    owners = {
        (len(name), owner.id)
        for owner in entities.values()
        if owner.type == "Company" and owner.id != entity.id
        for name in owner.names
        if len(name) > 2 and entity.name.startswith(name)
    }
    if owners:
        yield Draft(entity.id, "subsidiaryOf", max(owners)[1], at, at + 1, "relations.name.branch", 0.85)


def _is_place(entity: Entity, entities: Mapping[str, Entity]) -> bool:
    """Whether the name begins with a place, which says nothing of a company."""
    return any(
        e.type == "Place" and any(len(n) > 1 and entity.name.startswith(n) for n in e.names) for e in entities.values()
    )
