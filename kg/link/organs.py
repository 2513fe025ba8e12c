"""Link government organs: completed with the division that the page leaves out (市工信局 → 聊城市工业和信息化局)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from kg.link.focus import Focus
from kg.link.group import Group, Member
from kg.model.mention import Mention
from kg.text.normalise import squash
from kg.text.organs import organ_canonical


def group(mentions: Sequence[Mention], focus: Focus) -> list[Group]:
    """One group for each organ under its full official name."""
    members: dict[str, list[Member]] = defaultdict(list)
    for mention in mentions:
        surface = squash(mention.surface)
        if mention.name:
            members[mention.name].append(Member(mention, mention.confidence, "named with its division"))
            continue
        place = focus.division_for(mention, surface[:1])
        full = organ_canonical(surface, place.name if place else None, place.level if place else None)
        why = f"completed with {place.name}" if place else "named without a division"
        members[full].append(Member(mention, mention.confidence * (0.95 if place else 1.0), why))
    return [
        Group(type="Government", key=(name,), name=name, members=tuple(found))
        for name, found in sorted(members.items())
    ]
