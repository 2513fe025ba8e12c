"""What recognisers and the linker say about places in a text."""

from __future__ import annotations

from typing import Literal

import msgspec

Type = Literal[
    "Company", "Government", "Institution", "Person", "Place", "Park", "Cluster", "Chain",
    "Industry", "Product", "Project", "Event", "Honor", "Policy",
]  # fmt: skip
Level = Literal["country", "province", "city", "county", "town", "village", "zone", "geo"]
Role = Literal["official", "executive", "expert", "journalist", "citizen", "historical"]


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of an article's text that names one thing.

    Mentions may nest (东昌府区 inside 东昌府区人民医院) and, where one string names two things (鲁豫), coincide.
    """

    article: str
    start: int
    end: int
    """In `Article.text`."""
    type: Type
    surface: str
    """`Article.printed[start:end]`, the name as the page prints it."""
    confidence: float
    by: str
    """The recogniser and rule, e.g. `companies.legal_form`."""
    name: str | None = None
    """The thing's full name where the recogniser knows more than the surface says (有色金属 → 有色金属产业集群;
    市工信局 stays None: completing it needs the home region, which is the linker's work)."""
    code: str | None = None
    """Division code where a place is certain."""
    level: Level | None = None
    role: Role | None = None
    anaphor: bool = False
    """True for 该公司, 我市, 全县, 该项目: carries facts to what it stands for and is no name of it."""


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """A thing in the world, as far as one page (after link) or all pages (after resolve) know it."""

    id: str
    """`<type in lower case>/<12 hex digits>`, a hash of what first named it; see `kg.model.ids`."""
    type: Type
    name: str
    """The fullest name."""
    names: tuple[str, ...]
    """Every surface as printed, blanks dropped, and `name`; sorted."""
    articles: tuple[str, ...]
    """Ids of the articles that name it; empty for background entities."""
    level: Level | None = None
    code: str | None = None
    part_of: str | None = None
    """Entity id of the division above (background knowledge)."""
    role: Role | None = None


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """Which entity a mention (or anaphor) stands for, how sure, and why in one phrase."""

    mention: Mention
    entity: str
    confidence: float
    why: str
