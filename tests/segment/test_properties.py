"""What must hold for any text whatever."""

from __future__ import annotations

import time
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model.page import Article
from kg.segment import run
from kg.segment.reflow import flow
from kg.text.normalise import squash
from tests.segment.sample import AFTER, BEFORE, page

PIECES = [
    "本报讯（记者 甲明 通讯员 乙强）", "■ 本报记者 王海峰", "■ 周文", "（下转第3版）", "（上接第1版）", "——副题",
    "主题——",
    "3月5日，", "　　", "\n", "\n\n", "\r\n", " ", "。", "，", "……", "”", "“", "（", "）", "全市产值增长", "8 .4%",
    "责任编辑：某", "2024年", "abc de", "●", "\t", "\x0b", "\u2028",
]  # fmt: skip
TEXTS = st.one_of(st.text(max_size=300), st.lists(st.sampled_from(PIECES), max_size=80).map("".join))


def holds(text: str, article: Article) -> None:
    assert len(article.text) == len(article.printed) == len(article.offsets)
    parts = (article.offsets[: article.body], article.offsets[article.body :])
    assert all(a < b for part in parts for a, b in pairwise(part))
    for i, at in enumerate(article.offsets):
        if not article.printed[i].isspace():
            assert text[at] == article.printed[i]
    assert 0 <= article.start < article.end <= len(text)
    edges = [0, *article.breaks, len(article.text)]
    for low, high in pairwise(edges):
        if low < high:
            piece = article.printed[low:high].strip()
            printed = text[article.offsets[low] : article.offsets[high - 1] + 1]
            assert squash(printed) == squash(piece)
    last = 0
    for start, end in article.sentences:
        assert last <= start < end <= len(article.text)
        assert not article.text[last:start].strip()
        last = end
    assert not article.text[last:].strip()
    assert all(article.text[b.start : b.end].replace(" ", "") == b.name for b in article.bylines)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_every_article_points_back_into_its_page(text: str) -> None:
    articles = run(page(text))
    for article in articles:
        holds(text, article)
    assert bool(articles) == bool(text.strip())
    assert [article.number for article in articles] == list(range(1, len(articles) + 1))


@settings(max_examples=80, deadline=None)
@given(TEXTS, st.integers(0, 60), st.integers(0, 60))
def test_flow_keeps_every_printed_character_of_its_spans(text: str, low: int, high: int) -> None:
    low, high = sorted((min(low, len(text)), min(high, len(text))))
    found = flow(text, ((low, high),))
    assert squash(found.printed) == squash(text[low:high])


def test_the_sample_pages_hold_too() -> None:
    for text in (AFTER, BEFORE):
        for article in run(page(text)):
            holds(text, article)


def test_segmentation_is_the_same_every_time() -> None:
    assert run(page(AFTER)) == run(page(AFTER))


def test_huge_pages_take_linear_time() -> None:
    line = "产值增长，企业增多，" * 100_000
    many = "产值增长的县\n" * 30_000
    unclosed = "产值增长而企业增多的县还有很多很多\n" * 30_000
    for text in (line, many, unclosed):
        began = time.perf_counter()
        assert run(page(text))
        assert time.perf_counter() - began < 20
