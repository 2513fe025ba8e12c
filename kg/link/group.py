"""What the linkers of the several types hand over: mentions that stand for one thing."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from kg.model.ids import Key, entity_id
from kg.model.mention import Entity, Level, Link, Mention, Role, Type
from kg.text.normalise import squash


class Member(msgspec.Struct, frozen=True):
    """One mention of a group, how sure it belongs, and why in one phrase."""

    mention: Mention
    confidence: float
    why: str


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """Mentions of one thing; `key` is what its id is hashed from and says the same on every page."""

    type: Type
    key: tuple[Key, ...]
    name: str
    members: tuple[Member, ...]
    level: Level | None = None
    code: str | None = None
    part_of: str | None = None
    role: Role | None = None

    @property
    def id(self) -> str:
        """Id of the entity that the group is."""
        return entity_id(self.type, *self.key)

    def entity(self) -> Entity:
        """The entity as far as this page knows it; anaphors (我市) lend it no name."""
        named = [member.mention for member in self.members if not member.mention.anaphor]
        return Entity(
            id=self.id,
            type=self.type,
            name=self.name,
            names=tuple(sorted({self.name, *(squash(mention.surface) for mention in named)})),
            articles=tuple(sorted({mention.article for mention in named})),
            level=self.level,
            code=self.code,
            part_of=self.part_of,
            role=self.role,
        )

    def links(self) -> Iterable[Link]:
        """One link for each member."""
        for member in self.members:
            yield Link(mention=member.mention, entity=self.id, confidence=member.confidence, why=member.why)
