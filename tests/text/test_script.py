"""Traditional characters are read as simplified ones, place by place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.script import as_printed, simplified, traditional


def test_a_text_in_traditional_characters_becomes_simplified_and_keeps_its_length() -> None:
    printed = "臨江縣經濟開發區的「綠峰」\n  茶業為當地帶來就 業。"
    read = simplified(printed)
    assert read == "临江县经济开发区的“绿峰”\n  茶业为当地带来就 业。"


@pytest.mark.parametrize(
    "text", ["乾隆年间的著名匠人李乾着手修缮瞭望台。", "临江县", "", "他写下“開門”二字，说这是老招牌的写法。"]
)
def test_a_simplified_text_is_never_changed(text: str) -> None:
    assert not traditional(text)
    assert simplified(text) is text


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("經濟學家李乾說，", "经济学家李乾说，"),
        ("乾隆時期的餅乾與乾燥機", "乾隆时期的饼干与干燥机"),
        ("看著這裡的著名車間", "看着这里的著名车间"),
        ("這是乾\n燥的車間", "这是干\n燥的车间"),
    ],
)
def test_one_character_for_two_is_decided_by_its_word(printed: str, read: str) -> None:
    assert simplified(printed) == read


@given(st.text(alphabet="國業縣这临乾著後麼「」 \n，。一目瞭然藉", max_size=60))
def test_length_and_white_space_never_change(text: str) -> None:
    read = simplified(text)
    assert len(read) == len(text)
    assert [ch.isspace() for ch in read] == [ch.isspace() for ch in text]
    assert as_printed(read, text) == text
