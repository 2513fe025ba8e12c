"""A page as extracted from an e-paper → its articles."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

import msgspec

from kg.model.page import Article, Byline, Kind, Page
from kg.segment import bylines, days, headlines, insets, plain
from kg.segment import home as homes
from kg.segment.lines import Line, rows
from kg.segment.marks import CONTINUED
from kg.segment.reading import Draft, read
from kg.segment.reflow import Flow, phrases, run_on
from kg.segment.units import Unit, group
from kg.text.normalise import squash
from kg.text.script import as_printed, simplified

_LETTER = re.compile(r"一封信|公开信|倡议书|^致.{2,24}信$|读者.{0,4}来信")
_OPINION = re.compile(
    r"[（(].{0,4}(?:时评|今日谈|短评|社论|评论|观点|杂谈|论坛|漫谈|来论|锐评|快评|微评|手记|言论|之声|论衡|话说|谈)[^（）()]{0,6}[）)]$"
    r"|评论员|社论|编者按|短评|时评|锐评|快评"
)
_PHOTO_LENGTH = 320


class _Found(NamedTuple):
    draft: Draft
    units: Sequence[Unit]
    head: Flow | None
    body: Flow
    authors: tuple[Byline, ...]
    opening: int


def run(page: Page, home: str | None = None) -> list[Article]:
    """The articles of `page` in its order: headline and body reflowed, with an offset for each character.

    `home` is the division that 我市 means; where it is not given, the page itself shows it or it stays None.

    A page in traditional characters is read in simplified ones; `printed` and `title` stay as it prints them.
    """
    text = simplified(page.text)
    if text == page.text:
        return _run(page, home)
    return [_printed(page.text, article) for article in _run(msgspec.structs.replace(page, text=text), home)]


def _printed(page: str, article: Article) -> Article:
    """The article read in simplified characters, with what the page prints in `printed` and `title`."""
    at = zip(article.printed, article.offsets, strict=True)
    printed = "".join(ch if ch.isspace() else page[offset] for ch, offset in at)
    title = article.title
    if title is not None:
        head, read = squash(printed), squash(article.text)
        start = max(0, read.find(squash(title)))
        title = as_printed(title, head[start : start + len(squash(title))])
    return msgspec.structs.replace(article, printed=printed, title=title)


def _run(page: Page, home: str | None) -> list[Article]:
    lines = rows(page.text, (0, len(page.text)))
    if not lines:
        return []
    count = plain.titled(page, lines)
    if count is None:
        units, found = _read(page, lines)
    else:
        units = plain.units(lines, count)
        found = [_assemble(page, units, draft) for draft in plain.draft(units, count)]
    return _dated(page, units, found, home or homes.find(page.text))


def _read(page: Page, lines: Sequence[Line]) -> tuple[list[Unit], list[_Found]]:
    kept, captions = insets.lift(lines)
    cuts = {next((line.start for line in kept if line.start > rows[-1].end), 0) for rows in captions}
    units = group(kept)
    drafts = read(units) or [Draft(title=(), body=tuple(range(len(units))), first=0, last=len(units))]
    found = [_assemble(page, units, draft, cuts) for draft in drafts]
    lone = Draft(title=(), body=(0,), first=0, last=1)
    found.extend(_assemble(page, [insets.photo(caption)], lone) for caption in captions)
    return units, sorted(found, key=lambda f: min((f.head or f.body).offsets[0], f.body.offsets[0]))


def _assemble(page: Page, units: Sequence[Unit], draft: Draft, cuts: Collection[int] = ()) -> _Found:
    if draft.body:
        body = run_on(page.text, [[units[i] for i in part] for part in _runs(draft.body)], cuts)
    else:
        body = phrases(page.text, headlines.lines(units[draft.first : draft.last]))
    head = None
    if draft.title and draft.body:
        head = phrases(page.text, headlines.lines([units[i] for i in draft.title]))
    shift = len(head.text) + 1 if head else 0
    authors, opening = _authors(units, draft, body, shift)
    return _Found(draft, units, head, body, authors, opening)


def _runs(indexes: Sequence[int]) -> Iterator[list[int]]:
    part: list[int] = []
    for i in indexes:
        if part and i != part[-1] + 1:
            yield part
            part = []
        part.append(i)
    if part:
        yield part


def _authors(units: Sequence[Unit], draft: Draft, body: Flow, shift: int) -> tuple[tuple[Byline, ...], int]:
    """The article's bylines, and where in the body's text the head of the report (本报讯) ends."""
    found: list[bylines.Author] = []
    opening_end = 0
    role: bylines.Role = "reporter"
    for i in draft.body:
        unit = units[i]
        start = bisect_left(body.offsets, unit.start)
        end = bisect_left(body.offsets, unit.end)
        text = body.text[start:end]
        if unit.kind == "byline":
            these = bylines.byline(text, start) or bylines.names(text, start, role, strict=True)
            role = these[-1].role if these else role
        elif unit.kind == "signature":
            these = bylines.signature(text, start)
        elif unit.kind == "body":
            opening = bylines.opening(text[:400])
            these = ()
            if opening is not None:
                these = tuple(_moved(author, start) for author in opening.authors)
                opening_end = opening_end or start + opening.end
            closing = bylines.closing(text)
            if closing is not None and not (opening and closing[0] < opening.end):
                these = (*these, *(_moved(author, start) for author in closing[1]))
        else:
            these = ()
        found.extend(these)
    seen: set[str] = set()
    result = []
    for author in found:
        if author.name not in seen:
            seen.add(author.name)
            start, end = author.start + shift, author.end + shift
            result.append(Byline(name=author.name, role=author.role, start=start, end=end))
    return tuple(result), opening_end


def _moved(author: bylines.Author, by: int) -> bylines.Author:
    return bylines.Author(name=author.name, role=author.role, start=author.start + by, end=author.end + by)


def _dated(page: Page, units: Sequence[Unit], found: Sequence[_Found], home: str | None) -> list[Article]:
    leads = [days.lead_day(_after_bylines(f), _shifted_opening(f)) if f.draft.body else None for f in found]
    issued = page.issued or days.printed_day(unit.text for unit in units if unit.kind == "margin")
    text = "".join(page.text.split())
    year = int(issued[:4]) if issued else days.year_of(text, [lead.month for lead in leads if lead])
    dates = [
        _signed_off(f) if _kind(f) == "letter" else days.settle(lead, issued, year)
        for f, lead in zip(found, leads, strict=True)
    ]
    seen = issued or max((day for day in dates if day), default=None) or (str(year) if year else None)
    pairs = enumerate(zip(found, dates, strict=True), 1)
    return [_article(page, number, f, day, seen, home) for number, (f, day) in pairs]


def _signed_off(found: _Found) -> str | None:
    """The date below a letter."""
    return days.printed_day([found.body.text[-40:]])


def _after_bylines(found: _Found) -> str:
    return found.body.text[_skip(found) :]


def _shifted_opening(found: _Found) -> int:
    return max(0, found.opening - _skip(found))


def _skip(found: _Found) -> int:
    """Where the first paragraph begins in the body's text: after the byline rows."""
    for i in found.draft.body:
        unit = found.units[i]
        if unit.kind == "body" and (len(unit.text) > 24 or unit.opens):
            return bisect_left(found.body.offsets, unit.start)
    return 0


def _article(page: Page, number: int, found: _Found, day: str | None, issued: str | None, home: str | None) -> Article:
    head, body = found.head, found.body
    shift = len(head.text) + 1 if head else 0
    gap = (head.offsets[-1] + 1,) if head else ()
    alone = not found.draft.body
    named = head
    if alone:
        named = phrases(page.text, headlines.lines([found.units[i] for i in found.draft.title]))
    title = named.printed.replace("\n", " ") if named else None
    breaks = [*(head.breaks if head else ()), *((shift,) if head else ()), *(at + shift for at in body.breaks)]
    return Article(
        id=f"{page.id}-{number}", page=page.id, source=page.source, number=number, kind=_kind(found), title=title,
        start=body.offsets[0], end=body.offsets[-1] + 1,
        text=f"{head.text}\n{body.text}" if head else body.text,
        printed=f"{head.printed}\n{body.printed}" if head else body.printed,
        offsets=(*(head.offsets if head else ()), *gap, *body.offsets), body=shift, breaks=tuple(breaks),
        sentences=(*(head.sentences if head else ()), *((a + shift, b + shift) for a, b in body.sentences)),
        bylines=found.authors, dateline=day, issued=issued, home=home,
    )  # fmt: skip


def _kind(found: _Found) -> Kind:
    units = [found.units[i] for i in found.draft.body]
    if not units or CONTINUED.match(units[0].text):
        return "fragment"
    title = found.head.text if found.head else ""
    if _LETTER.search(title):
        return "letter"
    signed = units[0].kind == "byline" or any(unit.opens for unit in units[:3])
    if not signed and units[-1].closes and len(found.body.text) <= _PHOTO_LENGTH and not title:
        return "photo"
    if not signed and units[-1].kind == "byline" and len(found.body.text) <= _PHOTO_LENGTH and not title:
        return "photo"
    if any(unit.kind == "signature" for unit in units) or _OPINION.search(title):
        return "commentary"
    if not signed and not title and len(found.units) > len(units) and not found.authors:
        return "commentary"
    return "news"
