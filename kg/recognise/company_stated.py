"""Companies without any word of trade that the text itself calls firms: 卓诺润晶是…企业, 在卓诺润晶的…车间."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.recognise.company_full import bounds
from kg.recognise.reading import Reading, is_name_part
from kg.text.words import known

_GLUE = frozenset("以由与和在是对被从把将让向给至到的了我他她它该这那其")
_IS_FIRM = re.compile(
    r"(?<![^，。；：！？、\n”])([\u4e00-\u9fff]{4,6})是[^，。；]{0,24}?(?:企业|公司|厂商|厂家|集团)(?=[，。；、]|之一|$)"
)
_WORKSHOP = re.compile(r"(?:走进|来到|在|位于)([\u4e00-\u9fff]{4,6}?)的[^，。；]{0,8}?(?:车间|厂区|展厅|工厂|厂房)")


def stated(reading: Reading) -> Iterator[tuple[int, int]]:
    """An unknown name that the text calls a firm: 卓诺润晶是…企业, or whose workshop it enters: 在卓诺润晶的…车间."""
    for rule in (_IS_FIRM, _WORKSHOP):
        for hit in rule.finditer(reading.text):
            start, end = hit.span(1)
            words = [word for word in reading.rightward(start) if word.end <= end]
            exact = bool(words) and words[0].start == start and words[-1].end == end
            unknown = any(not known(word.text) for word in words)
            clean = all(is_name_part(word.text, word.tag) or word.tag == "ns" or len(word.text) == 1 for word in words)
            odd = any(char in _GLUE for char in hit.group(1))
            if exact and unknown and clean and not odd and not any(word.text in bounds() for word in words):
                yield start, end
