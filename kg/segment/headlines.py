"""Headline rows → the title, and its lines as they go into the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.segment.lines import Line
from kg.segment.units import Unit

_INNER_BLANK = re.compile(r"[\u3400-\u9fff”』」》！？%\d][ \u3000]+[\u3400-\u9fff“『「《\d]")
_CLAUSE = re.compile(
    r"(?:公布|发布|召开|举行|举办|启动|揭晓|成立|开幕|闭幕|出炉|出台|上线|开工|投产|开通|落户|签约|印发|施行|实施|亮相|开赛|"
    r"领先|行动|攻坚|增长|下降|提升|突破|见效|路|好|快|稳|新|强|高|美|旺|忙|[！？!?…]|[\d%％](?!年$)[\u3400-\u9fff]{0,2})[”』」]?$"
)
_SUBJECT = re.compile(r"(?:我市|我省|我县|我区|全市|全县|全省|全国|今年|去年|本市|[“『「《\d])")


def lines(units: Sequence[Unit]) -> list[list[Line]]:
    """The rows of a headline, those that one phrase was wrapped over together."""
    rows = [line for unit in units for line in unit.lines]
    phrases: list[list[Line]] = []
    for row in rows:
        if phrases and not _parted(phrases[-1][-1], row):
            phrases[-1].append(row)
        else:
            phrases.append([row])
    return phrases


def _parted(before: Line, row: Line) -> bool:
    """Whether two rows of a headline are two phrases: kicker, headline, subtitle; else one wrapped phrase."""
    if before.kicker or row.subtitle or (before.subtitle and before.closed):
        return True
    if before.subtitle:
        return bool(row.gap)
    if len(before.text) <= 4:
        return False
    if _INNER_BLANK.search(before.text) or _INNER_BLANK.search(row.text):
        return True
    if _CLAUSE.search(before.text):
        return True
    return bool(_SUBJECT.match(row.text)) and not before.text.endswith(("的", "和", "与"))
