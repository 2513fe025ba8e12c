"""Names by any part of them, or by their pinyin initials."""

from __future__ import annotations

from kg.query.answers import Hit, Ref
from kg.query.index import Index


def search(index: Index, text: str, limit: int = 20) -> tuple[Hit, ...]:
    """Entities with a name that is, begins with, or holds `text`, or whose initials begin with it; best first.

    Among equals the entity that the pages name more often goes first.
    """
    text = "".join(text.split())
    if not text:
        return ()
    rows = index.rows(
        "SELECT e.id, e.name, e.type, e.mentions, n.name AS matched,"
        " CASE WHEN n.name = ?1 THEN 0 WHEN n.initials = ?2 THEN 1 WHEN instr(n.name, ?1) = 1 THEN 2"
        " WHEN instr(n.name, ?1) THEN 3 ELSE 4 END AS rank"
        " FROM name n JOIN entity e ON e.id = n.entity"
        " WHERE instr(n.name, ?1) OR (n.initials >= ?2 AND n.initials < ?2 || '{')"
        " ORDER BY rank, e.mentions DESC, length(n.name), n.name, e.id",
        text,
        text.lower(),
    )
    best: dict[str, Hit] = {}
    for row in rows:
        ref = Ref(id=row["id"], name=row["name"], type=row["type"])
        best.setdefault(ref.id, Hit(entity=ref, matched=row["matched"], mentions=row["mentions"]))
    return tuple(best.values())[:limit]
