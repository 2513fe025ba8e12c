"""Linking by name alone, for types whose things are known by what the page calls them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cache

from kg.link.group import Group, Member
from kg.model.mention import Mention, Type
from kg.text import gazetteer, lexicon
from kg.text.normalise import squash

_MARKS = re.compile(r"[\s“”\"'‘’《》「」『』〈〉（）()·、，,—]")
_QUOTED = re.compile(r"^[“《‘「](.+)[”》’」]$")
_INNER = re.compile(r"[“‘「]([^”’」]{2,})[”’」]")
_SHORTEST: dict[Type, int] = {"Product": 2, "Industry": 3, "Institution": 3, "Honor": 3}
"""Characters below which a shorter name says too little to be taken for a longer one that ends with it."""

_HEADS: dict[Type, tuple[str, ...]] = {"Industry": ("产业", "行业"), "Honor": ("企业", "称号"), "Chain": ("条",)}
"""Head words that a name of the type may drop without naming another thing (电子信息, 电子信息产业)."""

_LONGEST_FRONT = 11
_NARROWED = frozenset({"Cluster", "Chain"})
"""Types whose names a further word in front makes another thing (化工产业集群, 精细化工产业集群)."""


def plain(name: str) -> str:
    """A name without quotation marks, brackets, dots and blanks: what two spellings of it share."""
    return _MARKS.sub("", name)


def group(kind: Type, mentions: Iterable[Mention]) -> list[Group]:
    """Groups of names of one thing: equal but for marks or a head, or said in full by another.

    青山化工产业园 joins 临江县青山化工产业园 (Chinese heads stand last), “一窗通办” the “一窗通办”模式 that
    quotes it; where two different longer names fit, the short one stays alone.
    """
    by_name: dict[str, list[Mention]] = defaultdict(list)
    spelled: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        name = mention.name or squash(mention.surface)
        by_name[plain(name)].append(mention)
        spelled[plain(name)].add(name)
    parents = _parents(kind, by_name, spelled)
    members: dict[str, list[Member]] = defaultdict(list)
    for name in sorted(by_name):
        target = name
        while target in parents:
            target = parents[target]
        why = "same name" if target == name else f"short for {target}"
        members[target].extend(Member(m, m.confidence * (1.0 if target == name else 0.9), why) for m in by_name[name])
    return [_make(kind, target, found) for target, found in sorted(members.items())]


def _parents(kind: Type, names: Collection[str], spelled: Mapping[str, Collection[str]]) -> dict[str, str]:
    """For each name that another one says in full, that other name; never a circle, since it only leads to longer."""
    quoted: dict[str, set[str]] = defaultdict(set)
    for name in sorted(names):
        for spelling in sorted(spelled[name]):
            for inner in _INNER.findall(spelling):
                quoted[plain(inner)].add(name)
    parents: dict[str, str] = {}
    for short in sorted(names):
        longer = {n for n in names if len(n) > len(short) and _says(kind, n, short)}
        longer |= {n for n in quoted.get(short, ()) if len(n) > len(short)}
        target = _one(longer)
        if target is not None:
            parents[short] = target
    return parents


def _says(kind: Type, long: str, short: str) -> bool:
    """Whether `long` is `short` with more in front, with its head word, or with a place put inside."""
    if any(long == short + head for head in _HEADS.get(kind, ())):
        return True
    if len(short) < _SHORTEST.get(kind, 3) or len(short) * 4 < len(long):
        return False
    if long.endswith(short):
        return kind not in _NARROWED or _says_where_or_how_big(long[: -len(short)])
    (front, core), (other, same) = split_place(long), split_place(short)
    return core == same and len(core) > 3 and bool(other) and front.startswith(other)


def _says_where_or_how_big(front: str) -> bool:
    """Whether `front` is nothing but places and words of rank (临江县, 千亿级), which leave a cluster the same."""
    places = gazetteer.load()
    while front:
        sizes = range(min(_LONGEST_FRONT, len(front)), 1, -1)
        size = next((n for n in sizes if front[:n] in _ranks() or places.named(front[:n])), 0)
        if not size:
            return False
        front = front[size:]
    return True


@cache
def _ranks() -> frozenset[str]:
    return frozenset(word for word, kind, *_ in lexicon.rows("sector_modifiers") if kind == "rank")


def _one(longer: Collection[str]) -> str | None:
    """The longest, where all others are short for it too."""
    if not longer:
        return None
    longest = max(longer, key=lambda n: (len(n), n))
    core = split_place(longest)[1]
    return longest if all(longest.endswith(n) or split_place(n)[1] == core for n in longer) else None


def split_place(name: str) -> tuple[str, str]:
    """The full-form divisions that a name begins with, and the rest: 东岭县白河镇|远山化工产业园."""
    gaz = gazetteer.load()
    start = 0
    while start < len(name) - 2:
        size = next((n for n in range(min(8, len(name) - start - 2), 1, -1) if gaz.is_full(name[start : start + n])), 0)
        if not size:
            break
        start += size
    return name[:start], name[start:]


def _make(kind: Type, target: str, members: list[Member]) -> Group:
    spelled = sorted({m.mention.name or squash(m.mention.surface) for m in members})
    name = max(spelled, key=lambda n: (plain(n) == target, len(n)))
    bare = _QUOTED.match(name)
    if bare and kind not in ("Policy", "Event"):
        name = bare.group(1)
    return Group(type=kind, key=(target,), name=name, members=tuple(members))
