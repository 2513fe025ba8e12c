"""The one door to the word segmenter: where words begin and end, as one signal among others."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

import rjieba


def split(text: str) -> list[str]:
    """The words of `text`, in order; joined they are `text` again."""
    return [str(word) for word in rjieba.cut(text)]


def cuts(text: str) -> list[int]:
    """Ascending offsets of the word boundaries of `text`, 0 and its length included (no 0 for an empty text)."""
    return [0, *accumulate(len(word) for word in split(text))] if text else []


def spans(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and word for each word of `text`."""
    start = 0
    for word in split(text):
        yield start, start + len(word), word
        start += len(word)


def tagged(text: str) -> list[tuple[str, str]]:
    """The words of `text` with the segmenter's part of speech: no proof of anything, but a hint where a name begins."""
    return [(str(word), str(tag)) for word, tag in rjieba.tag(text)]


def known(word: str) -> bool:
    """Whether `word` is an ordinary word of the segmenter's dictionary: a brand mostly is not."""
    return bool(rjieba._DEFAULT_JIEBA.has_word(word))


def dictionary_cuts(text: str) -> list[int]:
    """As `cuts`, but with words of the dictionary only: what it does not know stays single characters."""
    return [0, *accumulate(len(word) for word in rjieba.cut(text, hmm=False))] if text else []


def tag(word: str) -> str:
    """The segmenter's part of speech of one word taken alone; "" where it is not one word."""
    found = rjieba.tag(word)
    return str(found[0][1]) if len(found) == 1 else ""
