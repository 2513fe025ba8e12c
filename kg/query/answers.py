"""The shapes of answers: what the Python API returns and `--json` prints, the same in every language."""

from __future__ import annotations

import msgspec


class Ref(msgspec.Struct, frozen=True, kw_only=True):
    """An entity, as far as one has to know it to name it."""

    id: str
    name: str
    type: str


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """The printed sentence that a fact rests on, and where it stands. Offsets count in the page's text."""

    article: str
    title: str | None
    page: str
    date: str | None
    """The article's dateline, else its day of issue."""
    start: int
    end: int
    quote: str


class Edge(msgspec.Struct, frozen=True, kw_only=True):
    """A fact between two entities, seen from `near`."""

    statement: str
    relation: str
    """A predicate of the vocabulary; `holdsPost` for an office."""
    direction: str
    """`out` where `near` is the subject, `in` where it is the object."""
    near: Ref
    far: Ref
    hop: int
    title: str | None = None
    """Title of an office."""
    held_on: str | None = None
    held_from: str | None = None
    held_until: str | None = None
    former: bool = False
    """Whether an office is told of as past."""
    modality: str
    confidence: float
    sources: tuple[Source, ...]


class Number(msgspec.Struct, frozen=True, kw_only=True):
    """A number that the pages state of an entity."""

    statement: str
    subject: Ref
    metric: str
    value: str
    unit: str | None
    period: str | None
    compared_with: str | None
    """For a rate of change: the metric that it belongs to."""
    modality: str
    confidence: float
    sources: tuple[Source, ...]


class Neighbourhood(msgspec.Struct, frozen=True, kw_only=True):
    """What an entity is connected to. The totals count what there is before `limit` cuts the lists."""

    entity: Ref
    edges: tuple[Edge, ...]
    numbers: tuple[Number, ...]
    total: int
    total_numbers: int


class ArticleRef(msgspec.Struct, frozen=True, kw_only=True):
    """An article, as far as one has to know it to find it."""

    id: str
    title: str | None
    page: str
    kind: str
    date: str | None


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """Everything about one entity."""

    id: str
    iri: str
    type: str
    name: str
    names: tuple[str, ...]
    level: str | None
    code: str | None
    role: str | None
    part_of: tuple[Ref, ...]
    """The divisions above, nearest first."""
    merged: tuple[str, ...]
    """Ids that were merged into this one."""
    mentions: int
    articles: tuple[ArticleRef, ...]
    edges: tuple[Edge, ...]
    numbers: tuple[Number, ...]


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """One claim: the rule that fired, and the words it fired on with what stands around them."""

    claim: str
    by: str
    confidence: float
    speaker: Ref | None
    source: Source
    before: str
    """The page's text before the sentence, as printed."""
    printed: str
    """The page's text between the offsets, line breaks and blanks as they are."""
    after: str


class Why(msgspec.Struct, frozen=True, kw_only=True):
    """A statement walked back to the page."""

    statement: str
    fact: str
    """The statement in words."""
    subject: Ref
    relation: str
    """A predicate of the vocabulary; `holdsPost` for an office, `observed` for a number."""
    object: Ref | None
    """None for a number."""
    label: str | None
    """Title of an office, metric of a number."""
    value: str | None
    """Value and unit of a number."""
    period: str | None
    modality: str
    confidence: float
    readings: tuple[Reading, ...]


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """A name that a search found."""

    entity: Ref
    matched: str
    mentions: int


class Trail(msgspec.Struct, frozen=True, kw_only=True):
    """A shortest path between two entities; `edges` is empty and `found` false where there is none."""

    start: Ref
    end: Ref
    found: bool
    edges: tuple[Edge, ...]
    articles: int
    """How many articles the graph was built from."""


class Stats(msgspec.Struct, frozen=True, kw_only=True):
    """What a graph holds, as counts by name."""

    totals: dict[str, int]
    """pages, articles, entities (named ones), background (entities that only `partOf` leads to), mentions,
    relations, posts, observations, claims, evidence."""
    entities: dict[str, int]
    """Named entities by type."""
    relations: dict[str, int]
    """Relations by predicate."""
    modality: dict[str, int]
    """Relations, posts and observations by modality."""


class Violation(msgspec.Struct, frozen=True, kw_only=True):
    """One place where the graph breaks a shape."""

    focus: str
    """IRI of the thing that is not as it should be."""
    name: str | None
    """Its preferred name, where it has one."""
    path: str | None
    """IRI of the property in question."""
    term: dict[str, str]
    """What the property is called, by language."""
    value: str | None
    message: dict[str, str]
    """The shape's own words, by language."""


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """Whether a graph conforms to ontology/shapes.ttl, and where it does not."""

    conforms: bool
    triples: int
    violations: tuple[Violation, ...]
