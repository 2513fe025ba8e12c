"""What a graph holds, in counts."""

from __future__ import annotations

from kg.query.answers import Stats
from kg.query.index import Index


def stats(index: Index) -> Stats:
    """Counts of pages, articles and facts, of entities by type (named ones), of relations, of modalities."""

    def counts(sql: str) -> dict[str, int]:
        return {str(row[0]): int(row[1]) for row in index.rows(sql)}

    tables = ("page", "article", "entity", "mention", "statement", "claim", "evidence")
    return Stats(
        totals={table: index.count(table) for table in tables},
        entities=counts("SELECT type, count(*) FROM entity WHERE mentions > 0 GROUP BY type ORDER BY 2 DESC, 1"),
        relations=counts("SELECT predicate, count(*) FROM statement GROUP BY predicate ORDER BY 2 DESC, 1"),
        modality=counts("SELECT modality, count(*) FROM statement GROUP BY modality ORDER BY 2 DESC, 1"),
    )
