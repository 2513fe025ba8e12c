"""outputs/index.sqlite: what the command line looks up, without loading a graph."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from kg.model.claim import Observation, Post, Relation, Statement
from kg.model.graph import FORMAT, KnowledgeGraph
from kg.text.initials import initials
from kg.text.normalise import key
from kg.text.vocabulary import NUMBER, POST

Row = tuple[object, ...]

_SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE page (id TEXT PRIMARY KEY, source TEXT, sha256 TEXT, encoding TEXT, issued TEXT, text TEXT) WITHOUT ROWID;
CREATE TABLE article (id TEXT PRIMARY KEY, page TEXT, source TEXT, number INTEGER, kind TEXT, title TEXT,
    first INTEGER, last INTEGER, dateline TEXT, issued TEXT) WITHOUT ROWID;
CREATE TABLE author (article TEXT, role TEXT, person TEXT, PRIMARY KEY (article, role, person)) WITHOUT ROWID;
CREATE TABLE entity (id TEXT PRIMARY KEY, type TEXT, name TEXT, level TEXT, code TEXT, role TEXT, part_of TEXT,
    mentions INTEGER) WITHOUT ROWID;
CREATE TABLE name (name TEXT, entity TEXT, key TEXT, PRIMARY KEY (name, entity)) WITHOUT ROWID;
CREATE TABLE initials (initials TEXT, name TEXT, entity TEXT, PRIMARY KEY (initials, name, entity)) WITHOUT ROWID;
CREATE TABLE redirect (old TEXT PRIMARY KEY, new TEXT) WITHOUT ROWID;
CREATE TABLE mention (article TEXT, first INTEGER, last INTEGER, surface TEXT, type TEXT, entity TEXT,
    confidence REAL, by TEXT, why TEXT, anaphor INTEGER);
CREATE TABLE statement (id TEXT PRIMARY KEY, kind TEXT, subject TEXT, predicate TEXT, object TEXT, label TEXT,
    value TEXT, unit TEXT, period TEXT, held_on TEXT, held_from TEXT, held_until TEXT, former INTEGER,
    compared_with TEXT, modality TEXT, confidence REAL) WITHOUT ROWID;
CREATE TABLE evidence (statement TEXT, article TEXT, first INTEGER, last INTEGER, quote TEXT,
    PRIMARY KEY (statement, article, first, last)) WITHOUT ROWID;
CREATE TABLE claim (id TEXT PRIMARY KEY, statement TEXT, by TEXT, confidence REAL, article TEXT, first INTEGER,
    last INTEGER, speaker TEXT) WITHOUT ROWID;
"""
_INDEXES = """
CREATE INDEX name_entity ON name (entity);
CREATE INDEX name_key ON name (key);
CREATE INDEX mention_entity ON mention (entity, article, first);
CREATE INDEX mention_article ON mention (article, first);
CREATE INDEX statement_subject ON statement (subject);
CREATE INDEX statement_object ON statement (object);
CREATE INDEX claim_statement ON claim (statement);
"""


def write(graph: KnowledgeGraph, path: Path) -> None:
    """The index of `graph` into the new file `path`; rows go in sorted, so the same graph gives the same bytes."""
    connection = sqlite3.connect(path)
    try:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _SCHEMA)
        for table, rows in _tables(graph):
            _fill(connection, table, rows)
        connection.executescript(_INDEXES)
        connection.commit()
    finally:
        connection.close()


def _tables(graph: KnowledgeGraph) -> Iterator[tuple[str, Iterable[Row]]]:
    """Each table with its rows."""
    named = Counter(row.entity for row in graph.mentions if not row.anaphor)
    names = sorted({(name, e.id) for e in graph.entities for name in (e.name, *e.names)})
    yield "meta", [("base", graph.base), ("format", str(FORMAT))]
    yield "page", ((p.id, p.source, p.sha256, p.encoding, p.issued, p.text) for p in graph.pages)
    yield (
        "article",
        (
            (a.id, a.page, a.source, a.number, a.kind, a.title, a.start, a.end, a.dateline, a.issued)
            for a in graph.articles
        ),
    )
    yield "author", sorted({(a.article, a.role, a.person) for a in graph.authors})
    yield "entity", ((e.id, e.type, e.name, e.level, e.code, e.role, e.part_of, named[e.id]) for e in graph.entities)
    yield "name", ((name, entity, key(name)) for name, entity in names)
    yield "initials", sorted({(letters, name, entity) for name, entity in names for letters in initials(name)})
    yield "redirect", graph.redirects
    yield (
        "mention",
        (
            (m.article, m.start, m.end, m.surface, m.type, m.entity, m.confidence, m.by, m.why, int(m.anaphor))
            for m in graph.mentions
        ),
    )
    yield "statement", (_statement(s) for s in graph.statements)
    yield "evidence", ((s.id, e.article, e.start, e.end, e.quote) for s in graph.statements for e in s.evidence)
    yield "claim", _claims(graph)


def _fill(db: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    ordered = iter(rows)
    first = next(ordered, None)
    if first is not None:
        marks = ", ".join("?" * len(first))
        db.executemany(f"INSERT INTO {table} VALUES ({marks})", chain([first], ordered))  # noqa: S608


def _statement(s: Statement) -> Row:
    head, tail = (s.id, s.fact.__class__.__name__.lower()), (s.modality, s.confidence)
    match s.fact:
        case Relation() as f:
            return (*head, f.subject, f.predicate, f.object, *[None] * 9, *tail)
        case Post() as f:
            dates = (f.held_on, f.held_from, f.held_until, int(f.former))
            return (*head, f.person, POST, f.of, f.title, None, None, None, *dates, None, *tail)
        case Observation() as f:
            number = (f.metric, f.value, f.unit, f.period)
            return (*head, f.subject, NUMBER, None, *number, None, None, None, None, f.compared_with, *tail)


def _claims(graph: KnowledgeGraph) -> Iterator[Row]:
    """Claims of the statements, their speakers under canonical ids."""
    statement_of = {claim: s.id for s in graph.statements for claim in s.claims}
    canonical = dict(graph.redirects)
    known = {entity.id for entity in graph.entities}
    for c in graph.claims:
        if c.id in statement_of:
            e = c.evidence
            speaker = canonical.get(c.speaker, c.speaker) if c.speaker else None
            speaker = speaker if speaker in known else None
            yield c.id, statement_of[c.id], c.by, c.confidence, e.article, e.start, e.end, speaker
