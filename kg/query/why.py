"""From a statement back to the sentence, the offsets, the rule and the page."""

from __future__ import annotations

from kg.errors import AmbiguousName, UnknownName
from kg.query.answers import Reading, Source, Why
from kg.query.index import Index

_AROUND = 60
"""Characters of the page shown on either side of a sentence."""


def why(index: Index, statement: str, relation: str | None = None, object: str | None = None) -> Why:
    """The readings that a statement rests on: given by its id (an IRI, or the first digits), or as two names and the
    relation between them (`holdsPost` for an office).

    Raises UnknownName where there is no such statement, AmbiguousName where several fit.
    """
    if relation is not None and object is not None:
        ends = index.find(statement).id, relation, index.find(object).id
        exact = index.rows(
            "SELECT * FROM statement WHERE subject = ? AND predicate = ? AND object = ? ORDER BY id", *ends
        )
        statement = f"{statement} {relation} {object}"
    else:
        id = statement.removeprefix(index.base)
        id = id if id.startswith("statement/") else f"statement/{id}"
        rows = index.rows("SELECT * FROM statement WHERE id >= ? AND id < ? ORDER BY id", id, id + "g")
        exact = [row for row in rows if row["id"] == id] or rows
    if not exact:
        raise UnknownName(statement)
    if len(exact) > 1:
        raise AmbiguousName(statement, tuple((row["id"], _words(index, row)) for row in exact[:10]))
    row = exact[0]
    quotes = {(s.article, s.start, s.end): s for s in index.sources(row["id"])}
    claims = index.rows("SELECT * FROM claim WHERE statement = ? ORDER BY article, first, last, id", row["id"])
    return Why(
        statement=row["id"],
        fact=_words(index, row),
        modality=row["modality"],
        confidence=row["confidence"],
        readings=tuple(_reading(index, claim, quotes[claim["article"], claim["first"], claim["last"]])
                       for claim in claims),
    )  # fmt: skip


def _reading(index: Index, claim: object, source: Source) -> Reading:
    row = dict(claim)  # type: ignore[call-overload]
    page = index.rows("SELECT p.text FROM page p JOIN article a ON a.page = p.id WHERE a.id = ?", source.article)[0]
    text = str(page["text"])
    return Reading(
        claim=row["id"],
        by=row["by"],
        confidence=row["confidence"],
        speaker=index.ref(row["speaker"]) if row["speaker"] else None,
        source=source,
        before=text[max(0, source.start - _AROUND) : source.start],
        printed=text[source.start : source.end],
        after=text[source.end : source.end + _AROUND],
    )


def _words(index: Index, row: object) -> str:
    fact = dict(row)  # type: ignore[call-overload]
    subject = index.ref(fact["subject"]).name
    if fact["kind"] == "observation":
        unit, period = fact["unit"] or "", f" [{fact['period']}]" if fact["period"] else ""
        return f"{subject} · {fact['label']} = {fact['value']}{unit}{period}"
    title = f" ({fact['label']})" if fact["label"] else ""
    return f"{subject} —{fact['predicate']}{title}→ {index.ref(fact['object']).name}"
