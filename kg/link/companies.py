"""Link companies: a short name joins the full name it shortens, first inside its article, then on the page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from kg.link.group import Group, Member
from kg.model.mention import Mention
from kg.text.companies import aliases
from kg.text.normalise import squash


def group(mentions: Sequence[Mention]) -> list[Group]:
    """Groups of companies. A short name that fits two full names of the page stays by itself."""
    names = {_name(m) for m in mentions}
    articles: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        articles[_name(mention)].add(mention.article)
    shorts = {name: dict(aliases(name)) for name in sorted(names)}
    parent = {name: _full_name(name, names, articles, shorts) for name in sorted(names)}
    members: dict[str, list[Member]] = defaultdict(list)
    for mention in mentions:
        name = _name(mention)
        full = _root(name, parent)
        weight = 1.0 if full == name else 0.9
        why = "same name" if full == name else f"short for {full}"
        members[full].append(Member(mention, mention.confidence * weight, why))
    return [
        Group(type="Company", key=(full,), name=full, members=tuple(found)) for full, found in sorted(members.items())
    ]


def _name(mention: Mention) -> str:
    return squash(mention.name or mention.surface)


def _full_name(
    name: str, names: Iterable[str], articles: dict[str, set[str]], shorts: dict[str, dict[str, float]]
) -> str:
    """The longer name that `name` shortens: of its own article if there is just one, else of the page.

    A group goes before its subsidiaries (鲁泰 is 鲁泰集团, not 济南鲁泰), a full name before its own short form.
    """
    fits = {full: _weight(name, shorts[full], full) for full in names if len(full) > len(name)}
    fits = {full: weight for full, weight in fits.items() if weight}
    near = {full: weight for full, weight in fits.items() if articles[full] & articles[name]} or fits
    if not near:
        return name
    best = max(near.values())
    tops = [full for full, weight in near.items() if best - weight < 0.15]
    tops = [full for full in tops if not any(full in shorts[other] for other in tops if other != full)]
    return tops[0] if len(tops) == 1 else name


def _weight(name: str, shorts: dict[str, float], full: str) -> float:
    return 1.5 if full == f"{name}集团" else shorts.get(name, 0.0)


def _root(name: str, parent: dict[str, str]) -> str:
    while parent[name] != name:
        name = parent[name]
    return name
