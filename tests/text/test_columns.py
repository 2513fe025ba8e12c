"""Widths on a terminal."""

from __future__ import annotations

from kg.text.columns import pad, width


def test_a_chinese_character_takes_two_columns() -> None:
    assert width("海铜ab") == 6
    assert width("，") == 2


def test_padding_fills_up_to_the_columns_and_never_cuts() -> None:
    assert pad("海铜", 6) == "海铜  "
    assert pad("海铜新材", 6) == "海铜新材"
