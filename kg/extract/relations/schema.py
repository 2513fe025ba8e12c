"""Which types each predicate joins: the vocabulary's one table, so that rules cannot make what it forbids."""

from __future__ import annotations

from kg.text.vocabulary import signatures

__all__ = ["signatures"]
