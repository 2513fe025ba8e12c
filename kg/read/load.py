"""A source → its page or pages, decoded and never edited."""

from __future__ import annotations

import codecs
import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import msgspec

from kg.errors import ReadError
from kg.model.page import Page
from kg.read import reasons
from kg.read.decode import CONTROL, Undecodable, decode
from kg.read.discover import Source

_IN_NAME = re.compile(r"(?<![0-9A-Za-z])((?:19|20)\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?![0-9A-Za-z])")
_SURROGATE = re.compile("[\ud800-\udfff]")
_FOREIGN = re.compile(r"\.(?!(?:txt|text|jsonl)$)[a-z][a-z0-9_-]*$")
"""Suffixes of formats that are not read. What no suffix of a format ends (`第3版`, `2025.03.26`) is taken for text."""
_DAY = re.compile(r"(\d{4})[-/.年]?(\d{2})[-/.月]?(\d{2})日?(?:$|[T ])")


def load(source: Source) -> Iterator[Page | ReadError]:
    """The pages of one file: the file itself (`.txt` or no suffix), or one page a line for `.jsonl` (`title`, `text`,
    `date`). A file of another format is not taken for text.

    What cannot be read comes as a ReadError with the reason in plain words, in the place of the page; nothing is
    raised, so that one bad line leaves the other lines of its file alone.
    """
    if not source.path.is_file():
        yield reasons.refusal(source.name, _no_file(source.path))
        return
    if _FOREIGN.match(source.path.suffix.lower()):
        yield reasons.refusal(source.name, reasons.FORMAT)
        return
    try:
        data = source.path.read_bytes()
    except OSError:
        yield reasons.refusal(source.name, reasons.UNREADABLE)
        return
    if data and source.path.suffix.lower() == ".jsonl":
        yield from _items(source.name, data)
        return
    try:
        text, encoding = decode(data)
    except Undecodable as error:
        yield reasons.refusal(source.name, str(error))
        return
    yield _page(source.name, data, encoding, text, issued=_named_day(source.name))


def _no_file(path: Path) -> str:
    """Why what lies at `path` is no file to read."""
    if path.is_symlink():
        if path.is_dir():
            return reasons.LINKED_FOLDER
        return reasons.NOT_A_FILE if path.exists() else reasons.BROKEN_LINK
    return reasons.NOT_A_FILE if path.exists() else reasons.MISSING


def merge_copies(pages: Sequence[Page]) -> list[Page]:
    """Pages of identical bytes become one: the first by name keeps its place, the others are its `copies`."""
    groups: dict[str, list[Page]] = {}
    for page in sorted(pages, key=lambda page: page.source):
        groups.setdefault(page.sha256, []).append(page)
    merged = []
    for group in groups.values():
        others = {name for page in group for name in (page.source, *page.copies)} - {group[0].source}
        merged.append(msgspec.structs.replace(group[0], copies=tuple(sorted(others))))
    return merged


def _page(
    name: str, data: bytes, encoding: str, text: str, title: str | None = None, issued: str | None = None
) -> Page:
    sha256 = hashlib.sha256(data).hexdigest()
    return Page(id=sha256[:16], source=name, sha256=sha256, encoding=encoding, text=text, title=title, issued=issued)


def _items(name: str, data: bytes) -> Iterator[Page | ReadError]:
    for number, line in enumerate(_lines(data), 1):
        if line.strip():
            source = f"{name}#{number}"
            try:
                yield _item(source, line, *decode(line))
            except Undecodable as error:
                yield reasons.refusal(source, str(error))
            except (ValueError, RecursionError):
                yield reasons.refusal(source, reasons.BAD_JSON)


def _lines(data: bytes) -> list[bytes]:
    # UTF-16 uses the byte of a newline inside characters (and NUL in every JSON bracket), the others never do.
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in data[:2]:
        try:
            return [line.encode() for line in decode(data).text.split("\n")]
        except Undecodable:
            pass
    return data.split(b"\n")


def _item(source: str, data: bytes, line: str, encoding: str) -> Page | ReadError:
    item = json.loads(line)
    if not isinstance(item, dict):
        return reasons.refusal(source, reasons.BAD_JSON)
    title, body = item.get("title") or "", item.get("text")
    if not isinstance(body, str) or not isinstance(title, str):
        return reasons.refusal(source, reasons.NOT_AN_ITEM)
    text = f"{title}\n{body}" if title else body
    if not text.strip():
        return reasons.refusal(source, reasons.EMPTY)
    if _SURROGATE.search(text):
        return reasons.refusal(source, reasons.SURROGATE)
    if CONTROL.search(text):
        return reasons.refusal(source, reasons.BINARY)
    return _page(source, data, encoding, text, title or None, _day(item.get("date")))


def _named_day(name: str) -> str | None:
    """The day in a file's name: 20190201-01-02.txt, 2025-04-12_03.txt."""
    match = _IN_NAME.search(name)
    return _day(f"{match[1]}{match[3]}{match[4]}") if match else None


def _day(value: object) -> str | None:
    match = _DAY.match(str(value)) if isinstance(value, (str, int)) else None
    if match is None:
        return None
    try:
        return date(*map(int, match.groups())).isoformat()
    except ValueError:
        return None
