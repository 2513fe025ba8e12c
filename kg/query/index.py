"""outputs/index.sqlite, opened for reading: names, entities, facts and their sentences."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from kg.errors import AmbiguousName, NotBuilt, UnknownName
from kg.query.answers import ArticleRef, Edge, Number, Ref, Source
from kg.query.nearest import nearest


class Index:
    """A built graph's index. Use as a context manager, or call `close`."""

    def __init__(self, output: Path) -> None:
        path = output / "index.sqlite"
        if not path.is_file():
            raise NotBuilt(f"{path}")
        self.output = output
        self.db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        self.db.row_factory = sqlite3.Row

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
            raise NotBuilt(f"{self.output / 'index.sqlite'}: {error}") from error

    def one(self, sql: str, *values: object) -> sqlite3.Row | None:
        """The first row of a query, None where it has none."""
        found = self.rows(sql, *values)
        return found[0] if found else None

    @property
    def base(self) -> str:
        """What the IRIs of the graph's own things begin with."""
        row = self.one("SELECT value FROM meta WHERE key = 'base'")
        return str(row["value"]) if row else ""

    def ref(self, id: str) -> Ref:
        """The entity `id` (which must exist)."""
        row = self.one("SELECT id, name, type FROM entity WHERE id = ?", id)
        if row is None:
            raise UnknownName(id)
        return Ref(id=row["id"], name=row["name"], type=row["type"])

    def find(self, name: str) -> Ref:
        """The one entity meant by `name`: an id, an IRI, an id merged away, or a name that only one entity bears.

        A preferred name goes before another entity's by-name. Raises UnknownName with the nearest names, or
        AmbiguousName with the candidates.
        """
        id = name.removeprefix(self.base)
        redirect = self.one("SELECT new FROM redirect WHERE old = ?", id)
        row = self.one("SELECT id FROM entity WHERE id = ?", redirect["new"] if redirect else id)
        if row is not None:
            return self.ref(row["id"])
        name = "".join(name.split())
        found = self.rows(
            "SELECT e.id, e.name, e.type, e.mentions FROM name n JOIN entity e ON e.id = n.entity WHERE n.name = ?"
            " ORDER BY e.mentions DESC, e.id",
            name,
        )
        preferred = [row for row in found if row["name"] == name] or found
        if not preferred:
            raise UnknownName(name, nearest(self.db, name))
        if len(preferred) > 1:
            labels = tuple((row["id"], f"{row['name']} ({row['type']}, {row['mentions']})") for row in preferred)
            raise AmbiguousName(name, labels)
        return Ref(id=preferred[0]["id"], name=preferred[0]["name"], type=preferred[0]["type"])

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

    def edges(self, id: str, hop: int = 1) -> list[Edge]:
        """All facts between the entity and others, outgoing first, by relation, surest first."""
        found: list[Edge] = []
        for direction, near, far in (("out", "subject", "object"), ("in", "object", "subject")):
            rows = self.rows(
                f"SELECT * FROM statement WHERE {near} = ? AND kind != 'observation'"  # noqa: S608
                " ORDER BY predicate, confidence DESC, id",
                id,
            )
            found.extend(self._edge(row, direction, row[near], row[far], hop) for row in rows)
        return found

    def _edge(self, row: sqlite3.Row, direction: str, near: str, far: str, hop: int) -> Edge:
        return Edge(
            statement=row["id"], relation=row["predicate"], direction=direction, near=self.ref(near),
            far=self.ref(far), hop=hop, title=row["label"], held_on=row["held_on"], held_from=row["held_from"],
            held_until=row["held_until"], modality=row["modality"], confidence=row["confidence"],
            sources=self.sources(row["id"]),
        )  # fmt: skip

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
                   period=r["period"], modality=r["modality"], confidence=r["confidence"],
                   sources=self.sources(r["id"]))
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

    def count(self, table: str) -> int:
        """Rows of a table of the index."""
        return int(self.rows(f"SELECT count(*) AS n FROM {table}")[0]["n"])  # noqa: S608
