"""Which encoding a page is in is decided from its bytes."""

from __future__ import annotations

import os
from random import Random

import pytest

from kg.read import reasons
from kg.read.decode import Undecodable, decode

TEXT = "本报讯（记者 甲乙）3月2日，临江市召开会议。\r\n全市产值增长8.4%，“链主”企业12家。\n"


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", "utf-8"), ("utf-8-sig", "utf-8-sig"), ("gb18030", "gb18030"), ("gbk", "gb18030"),
        ("utf-16-le", "utf-16-le"), ("utf-16-be", "utf-16-be"), ("utf-16", "utf-16-le"),
    ],
)  # fmt: skip
def test_a_page_reads_the_same_in_every_encoding(codec: str, name: str) -> None:
    assert decode(TEXT.encode(codec)) == (TEXT, name)


def test_a_big_endian_mark_is_honoured() -> None:
    assert decode(b"\xfe\xff" + TEXT.encode("utf-16-be")) == (TEXT, "utf-16-be")


def test_a_rare_character_of_gb18030_survives() -> None:
    assert decode("村支书𠮷某某说，今年收成好。".encode("gb18030")).text == "村支书𠮷某某说，今年收成好。"


def test_latin_text_in_utf16_without_a_mark_is_no_binary() -> None:
    assert decode("Plain words only, 2024.".encode("utf-16-le")).encoding == "utf-16-le"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", reasons.EMPTY),
        (b"  \r\n\t\n", reasons.EMPTY),
        (b"\xef\xbb\xbf", reasons.EMPTY),
        (b"text with a NUL\0inside", reasons.BINARY),
        ("正文里有\x01控制符".encode(), reasons.BINARY),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", reasons.BINARY),
        (b"\xff\xfe\x00", reasons.UNDECODABLE),
        (b"\xff\xff\xff\x80\x80\x80\xfe\xff", reasons.UNDECODABLE),
    ],
)
def test_what_is_no_text_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    with pytest.raises(Undecodable) as caught:
        decode(data)
    assert str(caught.value) == reason


def test_random_bytes_are_never_taken_for_text() -> None:
    random = Random(7)  # noqa: S311
    for size in (64, 500, 5000):
        with pytest.raises(Undecodable):
            decode(random.randbytes(size))


def test_every_reason_has_its_english() -> None:
    chinese = [value for name, value in vars(reasons).items() if name.isupper() and not name.startswith("_")]
    assert chinese and all(reasons.english(reason).isascii() for reason in chinese)
    assert reasons.english("x" + os.sep) == "x" + os.sep
