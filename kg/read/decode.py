"""Bytes → text: which encoding a Chinese newspaper page is in, decided from the bytes alone."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from kg.read import reasons

_SAMPLE = 1 << 16
CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff]")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16-be"),
)
_FLOOR = 0.6
"""Least share of everyday characters for a reading to be believed; wrong readings of Chinese stay below a half."""


class Decoded(NamedTuple):
    """Text without its byte order mark, and the name of the encoding that it was in (`utf-8-sig` with such a mark)."""

    text: str
    encoding: str


class Undecodable(ValueError):
    """The bytes are no text that we know; the message is one of `kg.read.reasons`."""


def decode(data: bytes) -> Decoded:
    """Decode UTF-8, GB18030 (GBK, GB2312) or UTF-16, with or without a byte order mark.

    Raises Undecodable for what is empty, binary, or in no encoding that gives readable text.
    """
    if not data:
        raise Undecodable(reasons.EMPTY)
    found = _by_mark(data) or _by_content(data)
    if not found.text.strip():
        raise Undecodable(reasons.EMPTY)
    if CONTROL.search(found.text):
        raise Undecodable(reasons.BINARY)
    return found


def _by_mark(data: bytes) -> Decoded | None:
    for mark, codec, name in _BOMS:
        if data.startswith(mark):
            try:
                text = data.decode(codec)
            except UnicodeDecodeError:
                raise Undecodable(reasons.UNDECODABLE) from None
            return Decoded(text.removeprefix("\ufeff"), name)
    return None


def _by_content(data: bytes) -> Decoded:
    if b"\0" not in data:
        try:
            return Decoded(data.decode("utf-8"), "utf-8")
        except UnicodeDecodeError:
            pass
    # GB18030 maps nearly every pair of bytes to something, so readings are compared by how everyday they look.
    readings = [
        (_everyday(text), -order, text, codec)
        for order, codec in enumerate(("gb18030", "utf-16-le", "utf-16-be"))
        if (text := _strict(data, codec)) is not None
    ]
    if not readings:
        raise Undecodable(reasons.BINARY if b"\0" in data else reasons.UNDECODABLE)
    score, _, text, codec = max(readings)
    if score < _FLOOR:
        raise Undecodable(reasons.BINARY if b"\0" in data else reasons.UNDECODABLE)
    return Decoded(text, codec)


def _strict(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _everyday(text: str) -> float:
    """Share of `text` (a sample of it) that GB2312 holds: the characters of everyday Chinese, letters and digits."""
    sample = text[:_SAMPLE]
    known = sample.encode("gb2312", "ignore").decode("gb2312")
    wild = len(CONTROL.findall(known))
    rare = sum("\u4e00" <= ch <= "\u9fff" for ch in sample) - sum("\u4e00" <= ch <= "\u9fff" for ch in known)
    return (len(known) - wild + rare / 2) / len(sample)
