"""From a stretch of an article's text back to the printed words: the evidence of a fact."""

from __future__ import annotations

from bisect import bisect_right

from kg.model.claim import Evidence
from kg.model.page import Article


def sentence_at(article: Article, position: int) -> tuple[int, int]:
    """The sentence span that holds `position`; the character itself where none does."""
    index = bisect_right(article.sentences, (position, len(article.text))) - 1
    if index >= 0:
        start, end = article.sentences[index]
        if start <= position < end:
            return start, end
    return position, position + 1


def cite(article: Article, start: int, end: int) -> Evidence:
    """Evidence for what stands at `text[start:end]`: its sentence or sentences, as printed.

    Where something foreign is printed inside (a slogan between two columns), the quote is cut to the unbroken piece
    around `start`, so that it always equals the page's text between its offsets, white space aside.
    """
    first = sentence_at(article, start)[0]
    last = sentence_at(article, max(start, end - 1))[1]
    before = bisect_right(article.breaks, start)
    low = max(first, article.breaks[before - 1]) if before else first
    high = min(last, article.breaks[before]) if before < len(article.breaks) else last
    while low < high and article.printed[low].isspace():
        low += 1
    while high > low and article.printed[high - 1].isspace():
        high -= 1
    return Evidence(
        article=article.id,
        start=article.offsets[low],
        end=article.offsets[high - 1] + 1,
        quote=article.printed[low:high],
    )
