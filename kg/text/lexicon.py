"""Word classes (titles, suffixes, surnames, units …) from ontology/lexicon/*.tsv."""

from __future__ import annotations

from functools import cache

from kg import resources
from kg.errors import ConfigError


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of `ontology/lexicon/<name>.tsv`, split at tabs; blank lines and lines that begin with # are left out.

    Raises ConfigError where the lexicon is missing, since a build without it would silently find less.
    """
    path = resources.ontology() / "lexicon" / f"{name}.tsv"
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise ConfigError(f"lexicon {path}: {error.strerror}") from error
    return tuple(
        tuple(cell.strip() for cell in line.split("\t"))
        for line in text.splitlines()
        if line.strip() and not line.startswith("#")
    )


@cache
def words(name: str) -> tuple[str, ...]:
    """First column of a lexicon, longest first (so that an alternation prefers the longest word), without doubles."""
    return tuple(sorted({row[0] for row in rows(name)}, key=lambda word: (-len(word), word)))
