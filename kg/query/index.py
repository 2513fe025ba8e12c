"""outputs/index.sqlite, opened for reading: names, entities, facts and their sentences."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from kg.errors import AmbiguousName, NotBuilt, UnknownName
from kg.model.graph import FORMAT
from kg.query.answers import ArticleRef, Edge, Number, Ref, Source
from kg.query.nearest import nearest
from kg.text.normalise import key, squash

_FACTS = """
SELECT s.*, 'out' AS direction, e.id AS far, e.name AS far_name, e.type AS far_type
  FROM statement s JOIN entity e ON e.id = s.object WHERE s.subject = ?1
UNION ALL
SELECT s.*, 'in' AS direction, e.id AS far, e.name AS far_name, e.type AS far_type
  FROM statement s JOIN entity e ON e.id = s.subject WHERE s.object = ?1
ORDER BY direction DESC, predicate, confidence DESC, id
"""


class Index:
    """A built graph's index. Use as a context manager, or call `close`."""

    def __init__(self, output: Path) -> None:
        self.path = output / "index.sqlite"
        if not self.path.is_file():
            raise NotBuilt(str(self.path))
        self.db = sqlite3.connect(f"{self.path.absolute().as_uri()}?mode=ro", uri=True)
        self.db.row_factory = sqlite3.Row
        try:
            written = self.one("SELECT value FROM meta WHERE key = 'format'")
            if written is None or written["value"] != str(FORMAT):
                raise NotBuilt(f"{self.path}, format {written['value'] if written else '?'}, not {FORMAT}")
        except NotBuilt:
            self.close()
            raise

    def __enter__(self) -> Index:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Release the file."""
        self.db.close()

    def rows(self, sql: str, *values: object) -> list[sqlite3.Row]:
        """All rows of a query."""
        try:
            return self.db.execute(sql, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise NotBuilt(f"{self.path}: {error}") from error

    def one(self, sql: str, *values: object) -> sqlite3.Row | None:
        """The first row of a query, None where it has none."""
        found = self.rows(sql, *values)
        return found[0] if found else None

    @cached_property
    def base(self) -> str:
        """What the IRIs of the graph's own things begin with."""
        row = self.one("SELECT value FROM meta WHERE key = 'base'")
        return str(row["value"]) if row else ""

    def ref(self, id: str) -> Ref:
        """The entity `id`. Raises UnknownName where there is none."""
        row = self.one("SELECT id, name, type FROM entity WHERE id = ?", id)
        if row is None:
            raise UnknownName(id)
        return Ref(id=row["id"], name=row["name"], type=row["type"])

    def find(self, name: str) -> Ref:
        """The one entity meant by `name`: an id, an IRI, an id merged away, or a name that only one entity bears.

        Blanks, widths, case and quotation marks do not matter. Of several bearers those are meant who are spelled
        exactly so, then those whose preferred name it is, then those that the pages name (not mere background).
        Raises UnknownName with the nearest names, or AmbiguousName with the candidates.
        """
        id = name.removeprefix(self.base)
        redirect = self.one("SELECT new FROM redirect WHERE old = ?", id)
        row = self.one("SELECT id FROM entity WHERE id = ?", redirect["new"] if redirect else id)
        if row is not None:
            return self.ref(row["id"])
        found = self.rows(
            "SELECT e.id, e.name, e.type, e.mentions, n.name AS spelled FROM name n JOIN entity e ON e.id = n.entity"
            " WHERE n.key = ? ORDER BY e.mentions DESC, e.id",
            key(name),
        )
        if not found:
            raise UnknownName(name, nearest(self, name))
        exact = squash(name)
        found = [row for row in found if row["spelled"] == exact] or found
        found = [row for row in found if key(row["name"]) == key(name)] or found
        found = [row for row in found if row["mentions"]] or found
        ids = tuple(dict.fromkeys(row["id"] for row in found))
        if len(ids) > 1:
            raise AmbiguousName(name, tuple((id, self._told_apart(id)) for id in ids))
        return self.ref(ids[0])

    def _told_apart(self, id: str) -> str:
        """An entity in words that set it apart from its namesakes: an office it holds, or where it is named."""
        ref = self.ref(id)
        office = self.one(
            "SELECT s.label, e.name FROM statement s JOIN entity e ON e.id = s.object WHERE s.subject = ?"
            " AND s.kind = 'post' AND s.modality != 'denied' ORDER BY s.former, s.confidence DESC, s.id",
            id,
        )
        above = self.one("SELECT a.name FROM entity e JOIN entity a ON a.id = e.part_of WHERE e.id = ?", id)
        named = self.one(
            "SELECT coalesce(a.title, a.source) AS place FROM mention m JOIN article a ON a.id = m.article"
            " WHERE m.entity = ? ORDER BY a.source, a.number, m.first",
            id,
        )
        hint = f"{office['name']} {office['label']}" if office else (above["name"] if above else None)
        hint = hint or (f"“{named['place']}”" if named else "")
        return f"{ref.name} · {hint}" if hint else ref.name

    def sources(self, statement: str) -> tuple[Source, ...]:
        """The sentences of a statement, in the order of the pages."""
        rows = self.rows(
            "SELECT e.article, a.title, a.source, coalesce(a.dateline, a.issued) AS date, e.first, e.last, e.quote"
            " FROM evidence e JOIN article a ON a.id = e.article WHERE e.statement = ?"
            " ORDER BY a.source, e.first, e.last",
            statement,
        )
        return tuple(
            Source(article=r["article"], title=r["title"], page=r["source"], date=r["date"], start=r["first"],
                   end=r["last"], quote=r["quote"])
            for r in rows
        )  # fmt: skip

    def facts(self, id: str) -> list[sqlite3.Row]:
        """Rows of the facts between the entity and others, without their sentences: outgoing first, by relation,
        surest first. Each has `direction` and the other end as `far`, `far_name`, `far_type`.
        """
        return self.rows(_FACTS, id)

    def edge(self, near: Ref, row: sqlite3.Row, hop: int = 1) -> Edge:
        """A row of `facts` with its sentences."""
        return Edge(
            statement=row["id"], relation=row["predicate"], direction=row["direction"], near=near,
            far=Ref(id=row["far"], name=row["far_name"], type=row["far_type"]), hop=hop, title=row["label"],
            held_on=row["held_on"], held_from=row["held_from"], held_until=row["held_until"],
            former=bool(row["former"]),
            modality=row["modality"], confidence=row["confidence"], sources=self.sources(row["id"]),
        )  # fmt: skip

    def edges(self, id: str) -> list[Edge]:
        """All facts between the entity and others, with their sentences."""
        near = self.ref(id)
        return [self.edge(near, row) for row in self.facts(id)]

    def numbers(self, id: str) -> tuple[Number, ...]:
        """All numbers about the entity, in the order of the pages."""
        rows = self.rows(
            "SELECT s.*, min(a.source) AS page, min(e.first) AS place FROM statement s"
            " JOIN evidence e ON e.statement = s.id JOIN article a ON a.id = e.article"
            " WHERE s.subject = ? AND s.kind = 'observation' GROUP BY s.id ORDER BY page, place, s.id",
            id,
        )
        subject = self.ref(id)
        return tuple(
            Number(statement=r["id"], subject=subject, metric=r["label"], value=r["value"], unit=r["unit"],
                   period=r["period"], compared_with=r["compared_with"], modality=r["modality"],
                   confidence=r["confidence"], sources=self.sources(r["id"]))
            for r in rows
        )  # fmt: skip

    def articles(self, ids: Iterable[str]) -> tuple[ArticleRef, ...]:
        """The articles of these ids, in the order of the pages."""
        found = [row for id in sorted(set(ids)) if (row := self.one("SELECT * FROM article WHERE id = ?", id))]
        found.sort(key=lambda row: (row["source"], row["number"]))
        return tuple(
            ArticleRef(id=r["id"], title=r["title"], page=r["source"], kind=r["kind"],
                       date=r["dateline"] or r["issued"])
            for r in found
        )  # fmt: skip

    def count(self, table: str, where: str = "1") -> int:
        """Rows of a table of the index, those that satisfy `where`."""
        return int(self.rows(f"SELECT count(*) AS n FROM {table} WHERE {where}")[0]["n"])  # noqa: S608
