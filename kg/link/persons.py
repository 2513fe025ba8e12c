"""Link persons: one name on one page is one person, but an author of the page is never one of those it writes about."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from kg.link.group import Group, Member
from kg.model.mention import Mention, Role
from kg.text.normalise import squash


def group(mentions: Sequence[Mention], page: str) -> list[Group]:
    """Groups by name and by whether the person writes or is written about. Ids are the page's own: `resolve` merges
    persons of several pages only where more than the name agrees.
    """
    members: dict[tuple[str, bool], list[Member]] = defaultdict(list)
    for mention in mentions:
        name = mention.name or squash(mention.surface)
        members[name, mention.role == "journalist"].append(Member(mention, mention.confidence, "same name on the page"))
    return [_make(name, writes, found, page) for (name, writes), found in sorted(members.items())]


def _make(name: str, writes: bool, members: list[Member], page: str) -> Group:
    roles: Counter[Role] = Counter(m.mention.role for m in members if m.mention.role is not None)
    ranked: list[Role] = sorted(roles, key=lambda r: (-roles[r], r))
    return Group(
        type="Person",
        key=(name, "author" if writes else "person", page),
        name=name,
        members=tuple(members),
        role=ranked[0] if ranked else None,
    )
