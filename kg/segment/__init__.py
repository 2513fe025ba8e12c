"""Page → Articles: clean text with offsets back into the page."""

from kg.segment.articles import run

__all__ = ["run"]
