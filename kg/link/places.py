"""Link places: to a division with its code where the context settles which, else to a name of their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from kg.link.group import Group, Member
from kg.model.ids import Key, entity_id
from kg.model.mention import Entity, Mention
from kg.text import gazetteer
from kg.text.normalise import squash


def group(mentions: Sequence[Mention], home: str | None) -> list[Group]:
    """One group for each place. Names without a code are resolved by the codes that the page and its home give."""
    context = _context(mentions, home)
    members: dict[tuple[Key, ...], list[Member]] = defaultdict(list)
    parents = _parents(mentions)
    zones = {m.name or squash(m.surface) for m in mentions if m.level == "zone"}
    for mention in mentions:
        key, why = _key(mention, context, parents, home)
        if mention.level == "zone":
            key = _zone(key, zones)
        members[key].append(Member(mention, mention.confidence * (1.0 if key[0] == "division" else 0.95), why))
    return [_make(key, found) for key, found in sorted(members.items(), key=lambda item: str(item[0]))]


def background(codes: Iterable[str]) -> list[Entity]:
    """The divisions of `codes` and all above them, named or not, so that `partOf` leads up to the province."""
    gaz = gazetteer.load()
    wanted = {code for start in codes for code in (start, *gaz.ancestors(start))}
    found = []
    for code in sorted(wanted):
        division = gaz.by_code(code)
        if division is None or not division.coded:
            continue
        found.append(
            Entity(
                id=entity_id("Place", "division", code),
                type="Place",
                name=division.name,
                names=(division.name,),
                articles=(),
                level=division.level,
                code=code,
                part_of=_parent(division),
            )
        )
    return found


def home_code(home: str | None) -> str | None:
    """Code of the paper's home division; of several of its name the highest."""
    if home is None:
        return None
    named = gazetteer.load().named(home)
    return next((division.code for division in named if division.coded), None)


def _context(mentions: Sequence[Mention], home: str | None) -> tuple[str, ...]:
    gaz = gazetteer.load()
    codes: list[str] = []
    for mention in mentions:
        if mention.code:
            codes.append(mention.code)
        elif mention.level not in ("village", "zone", "geo", "country"):
            alone = gaz.settle(mention.name or squash(mention.surface))
            codes.extend([alone.code] if alone else [])
    at_home = home_code(home)
    return tuple(dict.fromkeys([*codes, *([at_home] if at_home else [])]))


def _key(
    mention: Mention, context: tuple[str, ...], parents: Mapping[str, str], home: str | None
) -> tuple[tuple[Key, ...], str]:
    """The division's code where it is certain, else the name; a village or zone is told apart by what it lies in."""
    name = mention.name or squash(mention.surface)
    if mention.code and mention.code[:1].isdigit():
        return ("division", mention.code), "the recogniser knows which division"
    if mention.level in ("village", "zone"):
        above = parents.get(name) if mention.level == "village" else None
        return ("name", name, above or home), "name in the text"
    if mention.level not in ("geo", "country"):
        gaz = gazetteer.load()
        # counties first: a city that holds several towns of the name is equally near to all of them
        near = tuple(code for code in context if len(code) >= 6 and not code.endswith("00"))
        settled = gaz.settle(name, near) or gaz.settle(name, context)
        if settled is not None:
            return ("division", settled.code), "nearest division of this name to the places of the page"
    return ("name", name), "name in the text"


def _zone(key: tuple[Key, ...], zones: Collection[str]) -> tuple[Key, ...]:
    """A bare 高新区 is the 聊城高新区 of the page where that is the only one it could be."""
    fuller = sorted(zone for zone in zones if zone != key[1] and zone.endswith(str(key[1])))
    return (key[0], fuller[0], *key[2:]) if len(fuller) == 1 else key


def _parents(mentions: Sequence[Mention]) -> dict[str, str]:
    """For each village the place that the page writes directly before it (柳林镇|王青营村), where it is one only."""
    ends = {(m.article, m.end): m.name or squash(m.surface) for m in mentions if m.level != "geo"}
    before: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.level == "village" and (mention.article, mention.start) in ends:
            before[mention.name or squash(mention.surface)].add(ends[mention.article, mention.start])
    return {village: next(iter(above)) for village, above in before.items() if len(above) == 1}


def _make(key: tuple[Key, ...], members: list[Member]) -> Group:
    code = str(key[1]) if key[0] == "division" else None
    division = gazetteer.load().by_code(code) if code else None
    first = members[0].mention
    return Group(
        type="Place",
        key=key,
        name=division.name if division else str(key[1]),
        members=tuple(members),
        level=division.level if division else first.level or "geo",
        code=code,
        part_of=_parent(division),
    )


def _parent(division: gazetteer.Division | None) -> str | None:
    above = gazetteer.load().by_code(division.parent) if division and division.parent else None
    return entity_id("Place", "division", above.code) if above and above.coded else None
