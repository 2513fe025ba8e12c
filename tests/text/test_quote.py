"""Evidence: a quote always equals the page between its offsets."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from kg.model.page import Article
from kg.text.normalise import squash
from kg.text.quote import cite, sentence_at
from tests.fixtures import article, page

PAPER = page("a.txt", "云港晚报\n港口吞吐量增\n长一成。 货轮在夜里靠岸。\n")
NEWS = article(PAPER, 1, None, "港口", "靠岸。", None)


def quoted(news: Article, start: int, end: int) -> str:
    """The quote, checked against the page."""
    evidence = cite(news, start, end)
    assert squash(PAPER.text[evidence.start : evidence.end]) == squash(evidence.quote)
    return evidence.quote


def test_the_sentence_around_the_place_is_quoted() -> None:
    assert quoted(NEWS, 0, 2) == "港口吞吐量增长一成。"


def test_a_wrapped_line_is_joined_in_the_quote_and_not_in_the_offsets() -> None:
    evidence = cite(NEWS, 0, 2)
    assert "\n" in PAPER.text[evidence.start : evidence.end]


def test_a_place_over_two_sentences_quotes_both() -> None:
    assert quoted(NEWS, 3, len(NEWS.text) - 2) == "港口吞吐量增长一成。 货轮在夜里靠岸。"


def test_no_quote_runs_over_a_break() -> None:
    broken = msgspec.structs.replace(NEWS, breaks=(5,))
    assert quoted(broken, 0, 2) == "港口吞吐量"[:5]
    assert quoted(broken, 6, 8) == "增长一成。"


def test_blanks_around_a_sentence_are_left_out() -> None:
    blank = NEWS.text.index(" ")
    assert quoted(NEWS, blank + 1, blank + 3) == "货轮在夜里靠岸。"


def test_a_place_outside_every_sentence_is_quoted_alone() -> None:
    headed = msgspec.structs.replace(NEWS, sentences=NEWS.sentences[1:])
    assert sentence_at(headed, 2) == (2, 3)
    assert quoted(headed, 2, 3) == "吞"


@given(st.data())
def test_every_stretch_can_be_pointed_at(data: st.DataObject) -> None:
    size = len(NEWS.text)
    start = data.draw(st.integers(0, size - 1).filter(lambda i: not NEWS.text[i].isspace()))
    end = data.draw(st.integers(start + 1, size))
    breaks = tuple(sorted(data.draw(st.sets(st.integers(1, size - 1), max_size=3))))
    news = msgspec.structs.replace(NEWS, breaks=breaks)
    assert NEWS.text[start] in quoted(news, start, end)
