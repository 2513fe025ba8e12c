"""Chinese punctuation typed with half-width keys, unified one character to one character."""

from __future__ import annotations

import re

_WIDE = str.maketrans(",;:?!()", "，；：？！（）")
_NEAR_HAN = re.compile(
    r"(?<=[\u3400-\u9fff\u3001-\u3011\u201c\u201d])[,;:?!()]|[,;:?!()](?=[\u3400-\u9fff\u3001-\u3011\u201c\u201d])"
    r"|(?<=[，。；：）])\("
)


def punctuate(text: str) -> str:
    """`,;:?!()` beside a Chinese character become `，；：？！（）`: 会上,甲(乙)说 → 会上，甲（乙）说; 1,000 stays.

    Some e-papers print half-width punctuation throughout; rules written for the Chinese forms then hold there too. The
    result is as long as `text`.
    """
    if not any(ch in text for ch in ",;:?!()"):
        return text
    return _NEAR_HAN.sub(lambda match: match.group().translate(_WIDE), text)
