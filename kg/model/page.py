"""What a source gives: pages as decoded, and the articles that a page holds."""

from __future__ import annotations

from typing import Literal

import msgspec

Kind = Literal["news", "commentary", "photo", "letter", "fragment"]
Span = tuple[int, int]
"""Start and end (exclusive) as code points."""


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """One input document, decoded and never edited. Every offset of the graph counts in `text`."""

    id: str
    """First 16 hex digits of `sha256`: a page that is moved or renamed keeps its id."""
    source: str
    """Path below the input folder, "/" as separator; for a line of a JSONL file `file.jsonl#12`."""
    sha256: str
    encoding: str
    text: str
    title: str | None = None
    """Headline where the source's own metadata (not the text) gives one."""
    issued: str | None = None
    """ISO date of issue where the source's own metadata gives one."""
    copies: tuple[str, ...] = ()
    """Further files with the same bytes."""


class Byline(msgspec.Struct, frozen=True, kw_only=True):
    """One named author of an article; `start`/`end` count in the article's text."""

    name: str
    role: Literal["reporter", "correspondent"]
    start: int
    end: int


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """One article, reflowed: headline, newline, body.

    Wrapped lines are joined, stray blanks inside words and numbers dropped, widths unified *one character to one
    character*, so that `offsets[i]` is where character `i` of `text` stands in the page (a blank or newline that the
    reflow keeps points at the white space it stands for). `offsets` ascend inside headline and inside body.
    """

    id: str
    """`<page id>-<number>`."""
    page: str
    source: str
    number: int
    """1, 2, … in the order of the page."""
    kind: Kind
    title: str | None
    """Headline as printed, lines joined with a blank."""
    start: int
    end: int
    """The body in the page, byline included, end exclusive."""
    text: str
    printed: str
    """`text` before widths and scripts were unified; as long as `text`. Quotes and surfaces are cut from it."""
    offsets: tuple[int, ...]
    body: int
    """Index in `text` where the body begins; 0 where the page shows no headline."""
    breaks: tuple[int, ...]
    """Indexes i of `text` before which the page prints something that is not part of the article's flow (a slogan,
    a caption, or the change from headline to body): no quote runs across one."""
    sentences: tuple[Span, ...]
    """Spans in `text`, in order, without surrounding white space; a headline's lines are sentences too."""
    bylines: tuple[Byline, ...] = ()
    dateline: str | None = None
    """ISO date of the reported day, where the text fixes it."""
    issued: str | None = None
    """ISO date (or month, or year) that 今年 and 近日 are seen from: metadata, else what the page itself gives."""
    home: str | None = None
    """Full name of the division that 我市, 我县 or 全市 means, where the page or the configuration says so."""
