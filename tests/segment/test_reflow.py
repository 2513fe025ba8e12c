"""Rows become flowing text, with a place in the page for each character."""

from __future__ import annotations

import pytest

from kg.segment.reflow import flow, sentences


def text(page: str) -> str:
    return flow(page, ((0, len(page)),)).text


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("产值2 .7万亿元，同 比 改 善 3.3% ，居第 4 位。", "产值2.7万亿元，同比改善3.3%，居第4位。"),
        ("近4 0 0 亿元的 2 0 2 1\n年。", "近400亿元的2021年。"),
        ("引进 MES 系统和 Smart Factory 方案。", "引进MES系统和Smart Factory方案。"),
        ("２０１８年，占１２．５％。", "2018年，占12.5%。"),
        ("《关于做好工作 促进发展的意见》。", "《关于做好工作 促进发展的意见》。"),
    ],
)
def test_stray_blanks_go_and_meant_ones_stay(page: str, expected: str) -> None:
    assert text(page) == expected


def test_a_column_break_in_a_sentence_is_closed() -> None:
    page = "全市现已形成七十一家规上企业、五\n十六家高新技术企业的矩阵，其中龙\n\n头企业两家。\n"
    assert text(page) == "全市现已形成七十一家规上企业、五十六家高新技术企业的矩阵，其中龙头企业两家。"


def test_a_short_row_with_a_full_stop_ends_a_paragraph() -> None:
    page = "全市现已形成七十一家规上企业、五\n十六家高新技术企业。\n下一步还要再引进一批企业，补上\n链条上的缺口。\n"
    assert text(page).split("\n") == [
        "全市现已形成七十一家规上企业、五十六家高新技术企业。", "下一步还要再引进一批企业，补上链条上的缺口。",
    ]  # fmt: skip


def test_an_indent_begins_a_paragraph() -> None:
    page = "  全市现已形成七十一家规上企业矩阵。\n  下一步还要再引进一批企业，补上链条\n上的缺口。\n"
    assert text(page).split("\n") == [
        "全市现已形成七十一家规上企业矩阵。", "下一步还要再引进一批企业，补上链条上的缺口。",
    ]  # fmt: skip


def test_a_subhead_stands_alone() -> None:
    page = (
        "全市现已形成七十一家规上企业矩阵。\n\n筑牢根基 拉长链条\n\n"
        "下一步还要再引进一批企业，补\n上链条上的缺口，再办好三件事。\n"
    )
    assert text(page).split("\n")[1] == "筑牢根基 拉长链条"


def test_two_stretches_are_joined_with_a_break_between() -> None:
    page = "全市现已形成七十一家规上企\n【口号】\n业，产值过千亿元。"
    found = flow(page, ((0, 13), (19, len(page))))
    assert found.text == "全市现已形成七十一家规上企业，产值过千亿元。"
    assert found.breaks == (13,)
    assert [page[at] for at in found.offsets] == list(found.printed)


def test_sentences_end_with_their_closing_marks_and_not_at_every_ellipsis() -> None:
    passage = "“快来看！”他说。一城、一湖……都在变。“等等……”他又说。\n尾句没有句号"
    assert [passage[a:b] for a, b in sentences(passage)] == [
        "“快来看！”", "他说。", "一城、一湖……都在变。", "“等等……”", "他又说。", "尾句没有句号",
    ]  # fmt: skip
