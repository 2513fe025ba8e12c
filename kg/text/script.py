"""Traditional characters read as simplified ones, one character to one character, so that offsets hold.

All rules and lists are written in simplified characters. A page in traditional ones is read through `simplified` and
quoted as it is printed; a simplified page is never changed, not even where it prints a 乾 or a 著.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from kg.text.words import dictionary_cuts

_TRADITIONAL = frozenset(
    "國業發爲為記產來實會進時個書區經們總動貧對開這長黨員習現務過資體學堅說説關場設濟強電機萬農項與戰團於當點組將創應態決"
    "題領間導從兩聯護調線讓環醫報內問還脫脱戶華縣帶網廣眾衆統車門準營續難種質責辦運話頭鄉專術計優東結議級隊穩斷標風億講"
    "規變轉處確數際達黃節傳層織單條張險視樣據無義沒監給鏈興積認勢負協幫構嚴氣參極響臺灣裏裡羣峯樓廠銀鋼鐵龍馬魚鳥麗齊"
)
_SIMPLIFIED = frozenset(
    "国业发为记产来实会进时个书区经们总动贫对开这长党员习现务过资体学坚说关场设济强电机万农项与战团当点组将创应态决题领间"
    "导从两联护调线让环医报内问还脱户华县带网广众统车门准营续难种质责办运话头乡专术优东结议级队稳断标风亿讲规变转处确数"
    "际达黄节传层织单条张险视样据无义没监给链兴积认势负协帮构严气参极响湾楼厂银钢铁龙马鱼鸟丽齐"
)
_QUOTES = str.maketrans("「」『』", "“”‘’")
_ZHE = re.compile(r"(?<![名原专土显译论编遗巨合拙昭卓])著(?![名作者述称录书])")
"""Where 著 is the particle or the verb 着: opencc leaves it."""
_ONE_FOR_TWO = re.compile("乾")
"""What is also a character of simplified names (李乾): read as another only in a word that the dictionary knows."""


def traditional(text: str) -> bool:
    """Whether `text` is printed in traditional characters: most of its telling characters are."""
    if _TRADITIONAL.isdisjoint(text):
        return False
    telling = old = 0
    for ch in text:
        if ch in _TRADITIONAL:
            old += 1
        elif ch in _SIMPLIFIED:
            telling += 1
    return old > telling


def simplified(text: str) -> str:
    """`text` in simplified characters where it is printed in traditional ones, else `text` itself; as long as before.

    Words decide (乾隆, 乾燥 → 干燥), also where the end of a row or a stray blank parts their characters. 「」
    become “”.
    """
    return _simplify(text) if traditional(text) else text


def as_printed(read: str, printed: str) -> str:
    """The characters of `printed` set as `read` is: white space from `read`, all else from `printed`.

    `read` is a stretch of a text that was read in simplified characters, `printed` the same stretch of the page.
    """
    original = iter("".join(printed.split()))
    return "".join(ch if ch.isspace() else next(original, ch) for ch in read)


def _simplify(text: str) -> str:
    squashed = "".join(text.split())
    converted = str(_converter().convert(squashed))
    if len(converted) != len(squashed):
        # no word of the converter's dictionary changes its length today; should one, characters still never do
        converted = "".join(str(_converter().convert(ch))[:1] or ch for ch in squashed)
    converted = _ZHE.sub("着", converted.translate(_QUOTES))
    return as_printed(text, _kept_in_names(squashed, converted))


def _kept_in_names(printed: str, converted: str) -> str:
    for match in _ONE_FOR_TWO.finditer(printed):
        at = match.start()
        low = max(0, at - 4)
        cuts = dictionary_cuts(converted[low : at + 5])
        if at - low in cuts and at - low + 1 in cuts:
            converted = converted[:at] + printed[at] + converted[at + 1 :]
    return converted


@cache
def _converter() -> Any:
    """Loaded when the first page in traditional characters asks for it."""
    import opencc

    return opencc.OpenCC("t2s")
