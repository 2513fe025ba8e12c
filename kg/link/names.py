"""Linking by name alone, for types whose things are known by what the page calls them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from kg.link.group import Group, Member
from kg.model.mention import Mention, Type
from kg.text.normalise import squash

_MARKS = re.compile(r"[\s“”\"'‘’《》「」『』〈〉（）()·、，,—]")
_QUOTED = re.compile(r"^[“《‘「](.+)[”》’」]$")
_SHORTEST: dict[Type, int] = {"Product": 2, "Industry": 3, "Institution": 3, "Honor": 3}
"""Characters below which a shorter name says too little to be taken for a longer one that ends with it."""


def plain(name: str) -> str:
    """A name without quotation marks, brackets, dots and blanks: what two spellings of it share."""
    return _MARKS.sub("", name)


def group(kind: Type, mentions: Iterable[Mention]) -> list[Group]:
    """Groups of equal names; a shorter name joins the one longer name that it ends (Chinese heads stand last).

    古云化工产业园 joins 莘县古云化工产业园; where two longer names fit, it stays alone.
    """
    by_name: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_name[plain(mention.name or mention.surface)].append(mention)
    parents = absorb(by_name, _SHORTEST.get(kind, 3))
    members: dict[str, list[Member]] = defaultdict(list)
    for name in sorted(by_name):
        target = parents.get(name, name)
        why = "same name" if target == name else f"short form of {target}"
        members[target].extend(Member(m, m.confidence * (1.0 if target == name else 0.9), why) for m in by_name[name])
    return [_make(kind, target, found) for target, found in sorted(members.items())]


def absorb(names: Mapping[str, object], shortest: int) -> dict[str, str]:
    """For each name the longest other name that it ends, or that quotes it, where that is unambiguous."""
    parents: dict[str, str] = {}
    for short in sorted(names):
        if len(short) < shortest:
            continue
        longer = [n for n in names if n != short and n.endswith(short) and len(short) * 4 >= len(n)]
        if not longer:
            continue
        longest = max(longer, key=lambda n: (len(n), n))
        if all(longest.endswith(n) for n in longer):
            parents[short] = longest
    return parents


def _make(kind: Type, target: str, members: list[Member]) -> Group:
    spelled = [m.mention.name or squash(m.mention.surface) for m in members]
    name = max(spelled, key=lambda n: (plain(n) == target, len(n), n))
    bare = _QUOTED.match(name)
    if bare and kind not in ("Policy", "Event"):
        name = bare.group(1)
    return Group(type=kind, key=(target,), name=name, members=tuple(members))
