"""Bytes → Page: what the source gives, decoded and never edited."""

from kg.read.discover import Source, discover
from kg.read.load import load, merge_copies

__all__ = ["Source", "discover", "load", "merge_copies"]
