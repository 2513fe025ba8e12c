"""Which persons of several pages are one: never by the name alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise

from kg.model.claim import Post
from kg.model.mention import Entity
from kg.resolve.union import Union

_NATIONAL = ("中共中央", "中央", "国务院", "全国人大", "全国政协", "中华人民共和国", "最高人民")
"""How the names of the nation's own organs begin."""
_DEPUTIES = ("代表", "委员", "议员")


def join(known: Mapping[str, Entity], union: Union, posts: Iterable[Post], homes: Mapping[str, str | None]) -> None:
    """Join persons of one name: holders of an office of the same body; authors who write for papers of one place;
    whoever holds an office of a nation with those of the name who hold none elsewhere (a head of state is known by
    the name alone); an office holder of a place with those of the name on other pages of that place's paper who hold
    no other office.
    """
    bodies: dict[str, set[str]] = defaultdict(set)
    nations: dict[str, set[str]] = defaultdict(set)
    local: set[str] = set()
    for post in posts:
        if post.person in known:
            bodies[post.person].add(union.find(post.of))
            nation = _nation(post, known)
            if nation is None:
                local.add(post.person)
            else:
                nations[post.person].add(nation)
    _by_body(known, union, bodies)
    namesakes: dict[str, list[Entity]] = defaultdict(list)
    for id in sorted(known):
        if known[id].type == "Person":
            namesakes[known[id].name].append(known[id])
    for same in namesakes.values():
        if len(same) > 1:
            _authors([e for e in same if e.role == "journalist"], union, homes)
            about = [e for e in same if e.role != "journalist"]
            _statesmen([e.id for e in about], union, nations, local)
            _at_home(about, union, bodies, homes)


def _by_body(known: Mapping[str, Entity], union: Union, bodies: Mapping[str, set[str]]) -> None:
    holders: dict[tuple[str, str], list[str]] = defaultdict(list)
    for person in sorted(bodies):
        for body in sorted(bodies[person]):
            holders[known[person].name, body].append(person)
    for same in holders.values():
        _chain(same, union)


def _authors(authors: list[Entity], union: Union, homes: Mapping[str, str | None]) -> None:
    papers: dict[str, list[str]] = defaultdict(list)
    for author in authors:
        for home in _homes(author, homes):
            papers[home].append(author.id)
    for same in papers.values():
        _chain(same, union)


def _nation(post: Post, known: Mapping[str, Entity]) -> str | None:
    """The country whose office it is; none for that of its thousands of deputies, who are not known by name alone."""
    body = known.get(post.of)
    if body is None or post.title.endswith(_DEPUTIES):
        return None
    if body.level == "country":
        return body.name
    return "中国" if body.name.startswith(_NATIONAL) else None


def _statesmen(about: list[str], union: Union, nations: Mapping[str, set[str]], local: set[str]) -> None:
    """Those of the name who hold offices of one country, and no others, are one with those who hold none."""
    high = [id for id in about if id in nations and id not in local]
    if len({nation for id in high for nation in nations[id]}) == 1:
        _chain([*high, *(id for id in about if id not in nations and id not in local)], union)


def _at_home(
    about: list[Entity], union: Union, bodies: Mapping[str, set[str]], homes: Mapping[str, str | None]
) -> None:
    """张某某, mayor on one page of a paper, is the 张某某 without a title on another; two-character names are too
    common for that, and a citizen is not a mayor.
    """
    places: dict[str, list[Entity]] = defaultdict(list)
    for entity in about:
        for home in _homes(entity, homes):
            places[home].append(entity)
    for home in sorted(places):
        holders = {union.find(e.id) for e in places[home] if bodies.get(e.id)}
        if len(holders) == 1:
            bare = [e.id for e in places[home] if not bodies.get(e.id) and e.role != "citizen" and len(e.name) > 2]
            _chain([*sorted(holders), *bare], union)


def _homes(entity: Entity, homes: Mapping[str, str | None]) -> list[str]:
    return sorted({homes.get(article) or "" for article in entity.articles} - {""})


def _chain(ids: Iterable[str], union: Union) -> None:
    for one, other in pairwise(sorted(set(ids))):
        union.join(one, other)
