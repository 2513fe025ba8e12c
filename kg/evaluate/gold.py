"""Annotated pages in the format of docs/annotation.md: what a careful reader takes from a page."""

from __future__ import annotations

from pathlib import Path

import msgspec

from kg.errors import RecordError
from kg.model.mention import Type
from kg.model.page import Kind


class GoldArticle(msgspec.Struct, frozen=True, kw_only=True):
    """An article by the 1-based lines of its body."""

    id: str
    first_line: int
    last_line: int
    title: str | None = None
    kind: Kind = "news"
    reporters: tuple[str, ...] = ()
    correspondents: tuple[str, ...] = ()
    dateline: str | None = None


class GoldEntity(msgspec.Struct, frozen=True, kw_only=True):
    """A thing in the world with every string the page uses for it."""

    id: str
    type: Type
    name: str
    surfaces: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    level: str | None = None
    role: str | None = None


class GoldRelation(msgspec.Struct, frozen=True, kw_only=True):
    """A fact of the closed list between two entities."""

    s: str
    p: str
    o: str
    article: str | None = None
    evidence: str | None = None
    role: str | None = None


class GoldPosition(msgspec.Struct, frozen=True, kw_only=True):
    """An office."""

    person: str
    title: str
    of: str
    article: str | None = None
    evidence: str | None = None


class GoldObservation(msgspec.Struct, frozen=True, kw_only=True):
    """A number about an entity."""

    s: str
    metric: str
    value: float
    unit: str | None = None
    period: str | None = None
    article: str | None = None
    evidence: str | None = None


class Gold(msgspec.Struct, frozen=True, kw_only=True):
    """One annotated page; `document` is the name of its file."""

    document: str
    articles: tuple[GoldArticle, ...] = ()
    entities: tuple[GoldEntity, ...] = ()
    relations: tuple[GoldRelation, ...] = ()
    positions: tuple[GoldPosition, ...] = ()
    observations: tuple[GoldObservation, ...] = ()


def read(path: Path) -> Gold:
    """The annotation in `path`.

    Raises RecordError that names the file and the place: not JSON, a field missing or of the wrong type, a fact whose
    entity is not annotated.
    """
    try:
        gold = msgspec.json.decode(path.read_bytes(), type=Gold)
    except OSError as error:
        raise RecordError(f"{path}: {error.strerror}") from error
    except msgspec.DecodeError as error:
        raise RecordError(f"{path}: {error}") from error
    known = {entity.id for entity in gold.entities}
    used = [
        *((f"relations[{i}]", id) for i, r in enumerate(gold.relations) for id in (r.s, r.o)),
        *((f"positions[{i}]", id) for i, p in enumerate(gold.positions) for id in (p.person, p.of)),
        *((f"observations[{i}]", o.s) for i, o in enumerate(gold.observations)),
    ]
    for place, id in used:
        if id not in known:
            raise RecordError(f"{path}: {place} names the entity {id}, which is not annotated")
    return gold
