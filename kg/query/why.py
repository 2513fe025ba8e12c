"""From a statement back to the sentence, the offsets, the rule and the page."""

from __future__ import annotations

import sqlite3

from kg.errors import AmbiguousName, UnknownStatement
from kg.query.answers import Reading, Source, Why
from kg.query.index import Index
from kg.text.normalise import key
from kg.text.vocabulary import NUMBER

_AROUND = 60
"""Characters of the page shown on either side of a sentence."""
_SHOWN = 10
"""Statements offered instead of one that is missing, or not named clearly enough."""


def why(index: Index, statement: str, relation: str | None = None, object: str | None = None) -> Why:
    """The readings that a statement rests on: given by its id (an IRI, or the first digits), or as two names and the
    relation between them (`holdsPost` for an office; for `observed` the second name is the metric).

    Raises UnknownName, AmbiguousName, or UnknownStatement with what there is instead.
    """
    if relation is not None and object is not None:
        wanted = f"{statement} {relation} {object}"
        found, others = _by_words(index, statement, relation, object)
    else:
        wanted = statement
        found, others = _by_id(index, statement), []
    if not found:
        raise UnknownStatement(wanted, tuple((row["id"], _words(index, row)) for row in others[:_SHOWN]))
    if len(found) > 1:
        raise AmbiguousName(wanted, tuple((row["id"], _words(index, row)) for row in found[:_SHOWN]))
    return _told(index, found[0])


def _by_id(index: Index, statement: str) -> list[sqlite3.Row]:
    digits = statement.removeprefix(index.base).removeprefix("statement/")
    if not digits:
        return []
    id = f"statement/{digits}"
    rows = index.rows("SELECT * FROM statement WHERE id >= ? AND id < ? ORDER BY id LIMIT 50", id, id + "g")
    return [row for row in rows if row["id"] == id] or rows


def _by_words(index: Index, subject: str, relation: str, object: str) -> tuple[list[sqlite3.Row], list[sqlite3.Row]]:
    """Statements in these words, and those that come near: other facts between the two, other numbers."""
    first = index.find(subject).id
    if relation == NUMBER:
        numbers = index.rows("SELECT * FROM statement WHERE subject = ? AND kind = 'observation' ORDER BY id", first)
        return [row for row in numbers if key(row["label"]) == key(object)], numbers
    second = index.find(object).id
    between = [row for row in index.facts(first) if row["far"] == second]
    # leads says all that memberOf says, and cooperation has no direction
    names = (relation, "leads") if relation == "memberOf" else (relation,)
    found = [
        row
        for row in between
        if row["predicate"] in names and (row["direction"] == "out" or relation == "cooperatesWith")
    ]
    return found, between


def _told(index: Index, row: sqlite3.Row) -> Why:
    quotes = {(s.article, s.start, s.end): s for s in index.sources(row["id"])}
    claims = index.rows("SELECT * FROM claim WHERE statement = ? ORDER BY article, first, last, id", row["id"])
    number = row["kind"] == "observation"
    return Why(
        statement=row["id"],
        fact=_words(index, row),
        subject=index.ref(row["subject"]),
        relation=row["predicate"],
        object=None if number else index.ref(row["object"]),
        label=row["label"],
        value=f"{row['value']}{row['unit'] or ''}" if number else None,
        period=row["period"],
        modality=row["modality"],
        confidence=row["confidence"],
        readings=tuple(_reading(index, claim, quotes[claim["article"], claim["first"], claim["last"]])
                       for claim in claims),
    )  # fmt: skip


def _reading(index: Index, claim: sqlite3.Row, source: Source) -> Reading:
    page = index.rows("SELECT p.text FROM page p JOIN article a ON a.page = p.id WHERE a.id = ?", source.article)[0]
    text = str(page["text"])
    return Reading(
        claim=claim["id"],
        by=claim["by"],
        confidence=claim["confidence"],
        speaker=index.ref(claim["speaker"]) if claim["speaker"] else None,
        source=source,
        before=text[max(0, source.start - _AROUND) : source.start],
        printed=text[source.start : source.end],
        after=text[source.end : source.end + _AROUND],
    )


def _words(index: Index, row: sqlite3.Row) -> str:
    subject = index.ref(row["subject"]).name
    if row["kind"] == "observation":
        unit, period = row["unit"] or "", f" [{row['period']}]" if row["period"] else ""
        return f"{subject} · {row['label']} = {row['value']}{unit}{period}"
    title = f" ({row['label']})" if row["label"] else ""
    return f"{subject} —{row['predicate']}{title}→ {index.ref(row['object']).name}"
