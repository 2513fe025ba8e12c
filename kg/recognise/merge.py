"""Settle overlapping mentions: which of the finders' proposals stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.model.mention import Mention, Type

_ORDER: tuple[Type, ...] = (
    "Person", "Company", "Government", "Institution", "Place", "Park", "Cluster", "Chain", "Event", "Project",
    "Honor", "Policy", "Industry", "Product",
)  # fmt: skip
_RANK = {kind: rank for rank, kind in enumerate(_ORDER)}

_FULL_FORM = (*"省市县区镇乡旗州盟村", "街道", "社区", "国")
"""Endings of a division's full form: such a name is a mention wherever it stands."""

_TOWARDS = ("出口", "出口到", "销往", "发往", "运往", "援助")
"""Before a place inside an event's name: a clause that names where something goes, not a part of a name."""

_NESTS: dict[Type, frozenset[str]] = {
    "Event": frozenset(
        {"Company", "Government", "Institution", "Person", "Product", "Cluster", "Chain", "Event", "Honor"}
    ),
    "Policy": frozenset({"Government", "Institution", "Cluster", "Chain"}),
    "Project": frozenset({"Company", "Park", "Product", "Institution"}),
    "Honor": frozenset({"Company"}),
    "Product": frozenset({"Company"}),
}
"""What may stand inside a longer mention of the key's type and still be a mention."""


def settle(found: Iterable[Mention]) -> list[Mention]:
    """The mentions that stand, by place: the longest wins, then the surest, then the order of types.

    Kept inside a longer one are full-form places (东昌府区人民医院 → 东昌府区) and what `_NESTS` lists; a string that
    names several things of one type (鲁豫) keeps them all.
    """
    ranked = sorted(found, key=lambda m: (m.start - m.end, -m.confidence, _RANK[m.type], m.start, m.name or "", m.by))
    kept: list[Mention] = []
    for mention in ranked:
        if all(_agree(other, mention) for other in _touching(kept, mention)):
            kept.append(mention)
    return sorted(kept, key=lambda m: (m.start, -m.end, _RANK[m.type], m.name or ""))


def _touching(kept: Sequence[Mention], mention: Mention) -> list[Mention]:
    return [m for m in kept if m.start < mention.end and mention.start < m.end]


def _agree(longer: Mention, mention: Mention) -> bool:
    """Whether `mention` may stand although `longer`, at least as long, overlaps it."""
    if (longer.start, longer.end) == (mention.start, mention.end):
        return longer.type == mention.type == "Place" and longer.name != mention.name
    if not (longer.start <= mention.start and mention.end <= longer.end):
        return False
    if mention.type == "Place":
        full = mention.surface.endswith(_FULL_FORM) and mention.by != "places.short"  # 苏州, 欧盟 are short forms
        aim = longer.surface[: mention.start - longer.start].endswith(_TOWARDS)
        return longer.type != "Person" and (full or (aim and longer.type in ("Event", "Project")))
    return mention.type in _NESTS.get(longer.type, frozenset())
