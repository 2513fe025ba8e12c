"""Entities of many pages → canonical entities: who of one page is who of another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import get_args

import msgspec

from kg.model.claim import Post
from kg.model.mention import Entity, Level
from kg.resolve import persons
from kg.resolve.union import Union
from kg.text.companies import aliases

_SURE = 0.9
"""Least weight of an alias for which a short name of one page joins a full name of another: one that keeps the trade
(骏达科技 for 骏达金属科技). A brand alone may be the group or any firm of it."""
_ROLES = ("official", "executive", "expert", "historical", "journalist", "citizen")
"""The more telling first: who is an official on one page and a citizen on another is an official."""
_LEVELS = get_args(Level)


class Resolution(msgspec.Struct, frozen=True, kw_only=True):
    """The canonical entities by id, and for each id that was merged away the id it lives on under."""

    entities: dict[str, Entity]
    redirects: dict[str, str]

    def of(self, entity: str) -> str:
        """Canonical id of `entity`."""
        return self.redirects.get(entity, entity)


def run(entities: Iterable[Entity], posts: Iterable[Post], homes: Mapping[str, str | None]) -> Resolution:
    """Merge what is surely one thing; the order of `entities` and `posts` does not matter.

    `homes` gives for each article id the home division of its page; `kg.resolve.persons` says what it decides.
    """
    known: dict[str, Entity] = {}
    for entity in entities:
        known[entity.id] = _together(known[entity.id], entity) if entity.id in known else entity
    union = Union(known)
    _join_companies(known, union)
    persons.join(known, union, posts, homes)
    merged: dict[str, Entity] = {}
    redirects: dict[str, str] = {}
    for canonical, members in union.classes(lambda id: (-len(known[id].name), id)):
        entity = known[canonical]
        for member in members:
            if member != canonical:
                entity = _together(entity, known[member])
                redirects[member] = canonical
        merged[canonical] = entity
    for id, entity in merged.items():
        if entity.part_of in redirects:
            merged[id] = msgspec.structs.replace(entity, part_of=redirects[entity.part_of])
    return Resolution(entities=merged, redirects=redirects)


def _together(first: Entity, second: Entity) -> Entity:
    """Both as one, under the id of `first`; what either knows, told the same way whichever comes first."""
    both = (first, second)
    return msgspec.structs.replace(
        first,
        name=min((e.name for e in both), key=lambda name: (-len(name), name)),
        names=tuple(sorted({*first.names, *second.names})),
        articles=tuple(sorted({*first.articles, *second.articles})),
        role=min((e.role for e in both if e.role), key=_ROLES.index, default=None),
        level=min((e.level for e in both if e.level), key=_LEVELS.index, default=None),
        code=min((e.code for e in both if e.code), default=None),
        part_of=min((e.part_of for e in both if e.part_of), default=None),
    )


def _join_companies(known: Mapping[str, Entity], union: Union) -> None:
    """卓通客车 of one page joins 卓通客车股份有限公司 of another where no second firm could be so shortened: by the
    rules of shortening, or by a name that some page gives it beside its own.
    """
    by_name = {e.name: e.id for e in known.values() if e.type == "Company"}
    fulls: dict[str, list[str]] = defaultdict(list)
    for name in sorted(by_name):
        usual = dict(aliases(name))
        sure = {alias for alias, weight in usual.items() if weight >= _SURE}
        # what no rule makes of the name was said on some page: 以下简称…
        said = set(known[by_name[name]].names) - usual.keys()
        for alias in sorted(sure | said):
            if alias in by_name and len(alias) < len(name):
                fulls[alias].append(name)
    # longer short names first: what they shorten is then one firm for the shorter ones
    for short in sorted(fulls, key=lambda name: (-len(name), name)):
        firms = sorted({union.find(by_name[full]) for full in fulls[short]})
        if len(firms) == 1:
            union.join(by_name[short], firms[0])
