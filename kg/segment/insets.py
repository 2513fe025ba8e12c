"""Captions printed between two halves of a sentence: lifted out, so that the column flows on behind them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.segment import bylines
from kg.segment.lines import Line
from kg.segment.units import Unit

_CAPTION = re.compile(r"^(?:近日|日前|[\d０-９]{1,2}\s*月\s*[\d０-９]{1,2}\s*日)|图为|（[^（）]{0,2}图[^（）]{0,2}）")
_LONGEST = 300


def lift(lines: Sequence[Line]) -> tuple[list[Line], list[list[Line]]]:
    """The rows without the captions that interrupt a sentence, and the rows of each of those captions.

    A caption begins with its day or says 图为, ends in the photographer's name, and stands between blank rows; it
    interrupts where the row before it ends no sentence.
    """
    kept: list[Line] = []
    lifted: list[list[Line]] = []
    for block in _blocks(lines):
        if _running(kept) and block[-1] is not lines[-1] and _caption("".join(line.text for line in block)):
            lifted.append(block)
        else:
            kept.extend(block)
    return (kept, lifted) if lifted else (list(lines), [])


def _running(kept: Sequence[Line]) -> bool:
    """Whether the rows so far end inside a sentence of running text."""
    if len(kept) < 2 or kept[-1].closed or kept[-1].kicker or kept[-1].gap or kept[-2].width < 0.7 * kept[-1].width:
        return False
    return any(mark in line.text for line in kept[-6:] for mark in "，。") and not kept[-2].closed


def photo(lines: Sequence[Line]) -> Unit:
    """A lifted caption as one paragraph."""
    return Unit(kind="body", lines=tuple(lines), column=max(line.width for line in lines), closes=True, credited=True)


def _blocks(lines: Sequence[Line]) -> list[list[Line]]:
    blocks: list[list[Line]] = []
    for line in lines:
        if blocks and not line.gap:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _caption(text: str) -> bool:
    if len(text) > _LONGEST or not _CAPTION.search(text) or bylines.opening(text) is not None:
        return False
    closing = bylines.closing(text)
    return closing is not None and closing[0] > 12 and "。" in text
