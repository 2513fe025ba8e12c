"""What events and policies take from their lexicons: head nouns with their strength, well-known names in full."""

from __future__ import annotations

from functools import cache

from kg.text import lexicon
from kg.text.matcher import Matcher, OverlapMatcher


@cache
def strengths(name: str) -> dict[str, str]:
    """Head nouns of the lexicon `name` with how surely each makes a name (its second column)."""
    return {word: strength for word, strength, *_ in lexicon.rows(name)}


@cache
def heads(name: str) -> OverlapMatcher:
    """Finds the head nouns of the lexicon `name`."""
    return OverlapMatcher(strengths(name))


@cache
def full_names(name: str) -> dict[str, str | None]:
    """Well-known names of the lexicon `name` with the full name each is short for, where it is (second column)."""
    return {word: full[0] if full else None for word, *full in lexicon.rows(name)}


@cache
def famous(name: str) -> Matcher:
    """Finds the well-known names of the lexicon `name`."""
    return Matcher(full_names(name))
