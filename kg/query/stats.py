"""What a graph holds, in counts."""

from __future__ import annotations

from kg.query.answers import Stats
from kg.query.index import Index


def stats(index: Index) -> Stats:
    """Counts of what was read and found, of named entities by type, of relations by predicate, of modalities."""

    def counts(sql: str) -> dict[str, int]:
        return {str(row[0]): int(row[1]) for row in index.rows(sql)}

    kinds = counts("SELECT kind, count(*) FROM statement GROUP BY kind")
    return Stats(
        totals={
            "pages": index.count("page"),
            "articles": index.count("article"),
            "entities": index.count("entity", "mentions > 0"),
            "background": index.count("entity", "mentions = 0"),
            "mentions": index.count("mention", "NOT anaphor"),
            "relations": kinds.get("relation", 0),
            "posts": kinds.get("post", 0),
            "observations": kinds.get("observation", 0),
            "claims": index.count("claim"),
            "evidence": index.count("(SELECT DISTINCT article, first, last FROM evidence)"),
        },
        entities=counts("SELECT type, count(*) FROM entity WHERE mentions > 0 GROUP BY type ORDER BY 2 DESC, 1"),
        relations=counts(
            "SELECT predicate, count(*) FROM statement WHERE kind = 'relation' GROUP BY predicate ORDER BY 2 DESC, 1"
        ),
        modality=counts("SELECT modality, count(*) FROM statement GROUP BY modality ORDER BY 2 DESC, 1"),
    )
