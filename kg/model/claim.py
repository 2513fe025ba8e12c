"""Facts: what one place says (Claim), and what the pages together say (Statement)."""

from __future__ import annotations

from typing import Literal

import msgspec

Predicate = Literal[
    "locatedIn", "memberOf", "leads", "produces", "suppliesTo", "cooperatesWith", "subsidiaryOf", "undertakes",
    "exportsTo", "awarded", "listedOn", "organizes", "attends", "issued",
]  # fmt: skip
Modality = Literal["asserted", "planned", "denied", "reported"]


class Relation(msgspec.Struct, frozen=True, kw_only=True, tag="relation"):
    """Two entities and a predicate of the closed list; `leads` is memberOf with the role 龙头, 链主, 骨干."""

    subject: str
    predicate: Predicate
    object: str


class Post(msgspec.Struct, frozen=True, kw_only=True, tag="post"):
    """An office: `title` in the words of the text without the organisation, `of` whose office it is."""

    person: str
    title: str
    of: str
    held_on: str | None = None
    held_from: str | None = None
    held_until: str | None = None
    former: bool = False
    """Whether the text tells of it as past (原市长, 曾任, 不再担任): never shown as held; the day need not be known."""


class Observation(msgspec.Struct, frozen=True, kw_only=True, tag="observation"):
    """A number about a subject. `value` is a plain decimal in the unit as written (3100 亿元 → "3100", "亿元")."""

    subject: str
    metric: str
    value: str
    unit: str | None = None
    period: str | None = None
    """ISO year, month, day or interval `a/b`; part of the number's identity."""
    compared_with: str | None = None
    """For a rate of change: the metric it belongs to (同比增长 8.4 % → 产值)."""


Fact = Relation | Post | Observation


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """The printed words that a fact rests on. White space aside, `quote` equals the page's text[start:end]."""

    article: str
    start: int
    end: int
    quote: str


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """What one place in one text says: append-only, keeps the entity ids it was made with."""

    id: str
    fact: Fact
    evidence: Evidence
    confidence: float
    modality: Modality
    by: str
    """The rule that fired, e.g. `relations.exports.yuanxiao`."""
    speaker: str | None = None
    """Entity id of who is quoted, for what stands in quoted speech."""


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """What the pages together say: claims of one fact and modality folded under canonical entity ids."""

    id: str
    fact: Fact
    modality: Modality
    confidence: float
    evidence: tuple[Evidence, ...]
    claims: tuple[str, ...]
    by: tuple[str, ...]


class Reject(msgspec.Struct, frozen=True, kw_only=True):
    """Something left out, by name and with the reason: a page that cannot be read, a claim against the vocabulary."""

    source: str
    stage: str
    reason: str
    detail: str = ""
