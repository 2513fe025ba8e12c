"""What the shell offers where a name is wanted: the names of the graph that begin so."""

from __future__ import annotations

from argparse import Namespace

_MOST = 50


def names(prefix: str, parsed_args: Namespace, **_: object) -> list[str]:
    """Names that begin with `prefix`, those that the pages name most often first; none where nothing is built."""
    from kg.errors import KgError
    from kg.query.index import Index

    try:
        with Index(parsed_args.output) as index:
            rows = index.rows(
                "SELECT n.name FROM name n JOIN entity e ON e.id = n.entity WHERE substr(n.name, 1, ?) = ?"
                " ORDER BY e.mentions DESC, n.name LIMIT ?",
                len(prefix), prefix, _MOST,
            )  # fmt: skip
    except KgError:
        return []
    return list(dict.fromkeys(str(row["name"]) for row in rows))
