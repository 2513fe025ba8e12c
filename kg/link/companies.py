"""Link companies: a short name joins the full name it shortens, first inside its article, then on the page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from kg.link.group import Group, Member
from kg.model.mention import Mention
from kg.text.companies import aliases
from kg.text.normalise import squash


def group(mentions: Sequence[Mention]) -> list[Group]:
    """Groups of companies. A short name that fits two full names equally well stays by itself."""
    by_article: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        by_article[mention.article].add(_name(mention))
    names = sorted({name for found in by_article.values() for name in found})
    shorts = {name: dict(aliases(name)) for name in names}
    page = {name: _full_name(name, names, shorts) for name in names}
    near = {(article, name): _full_name(name, found, shorts) for article, found in by_article.items() for name in found}
    members: dict[str, list[Member]] = defaultdict(list)
    for mention in mentions:
        name = _name(mention)
        full = _root(near[mention.article, name], page)
        why = "same name" if full == name else f"short for {full}"
        members[full].append(Member(mention, mention.confidence * (1.0 if full == name else 0.9), why))
    return [
        Group(type="Company", key=(full,), name=full, members=tuple(found)) for full, found in sorted(members.items())
    ]


def _name(mention: Mention) -> str:
    return squash(mention.name or mention.surface)


def _full_name(name: str, names: Iterable[str], shorts: dict[str, dict[str, float]]) -> str:
    """The one of `names` that `name` shortens, itself where there is none or no surest one.

    A group goes before its subsidiaries (a bare brand is the brand's group, not its company in some town), a full
    name before its own short form.
    """
    fits = {full: _weight(name, shorts[full], full) for full in names if len(full) > len(name)}
    fits = {full: weight for full, weight in fits.items() if weight}
    if not fits:
        return name
    best = max(fits.values())
    tops = [full for full, weight in sorted(fits.items()) if best - weight < 0.15]
    tops = [full for full in tops if not any(full in shorts[other] for other in tops if other != full)]
    return tops[0] if len(tops) == 1 else name


def _weight(name: str, shorts: dict[str, float], full: str) -> float:
    return 1.5 if full == f"{name}集团" else shorts.get(name, 0.0)


def _root(name: str, parent: dict[str, str]) -> str:
    while parent[name] != name:
        name = parent[name]
    return name
