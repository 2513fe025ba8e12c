"""Short company names that the neural tagger settles: brands and weak words of trade that the rules leave open.

LAC takes organs, schools and firms alike for organisations, and often only the first half of a name. So it is asked
about sentences alone where the rules see a possible firm, and its word counts together with what stands around.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.model.page import Article
from kg.recognise import lac
from kg.recognise.company_short import Candidate
from kg.recognise.reading import Reading, covered
from kg.text.quote import sentence_at

_LEAD = re.compile(
    r"(?:(?:企业|公司|集团|厂商|巨头|子公司|龙头|供应商|品牌商|开发商|运营商|航空公司|药企|车企|旗下的?|经营|收购|控股|入股|"
    r"携手|牵手|客户|[与同跟由为向给])|[省市县区国]的)$"
)
_TAIL = re.compile(
    r"(?:公司|集团)?(?:董事长|总经理|副总经理|总裁|副总裁|负责人|创始人|CEO|首席|车间|厂区|工厂|生产线|(?:生产|制造)基地|员工|职工|股价|股票|财报|"
    r"宣布|推出|发布|上市|中标|签约|投产|扩产|停产|破产|倒闭|生产的|研发的|制造的|生产|研发|供货|投资|承建|承办|签订|签署|表示|成立于|创立于|申请|"
    r"进入破产|旗下|等(?:[\d一二两三四五六七八九十多几]+[余多]?家)?[^，。；]{0,8}?(?:企业|公司|厂商|车企|药企))"
)
_MARKS = "、和与及"
_ENOUGH = 2


def seen(
    reading: Reading, article: Article, candidates: Sequence[Candidate], taken: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Those of the open `candidates` that LAC and the words around them take for firms, outside the spans `taken`."""
    firms = {edge for span in taken for edge in span}
    for candidate in candidates:
        if covered(taken, candidate.start, candidate.end):
            continue
        context = _context(reading.text, candidate.start, candidate.end, firms)
        if context and (context >= _ENOUGH or _tagged(article, candidate)):
            yield candidate.start, candidate.end


def _context(text: str, start: int, end: int, firms: set[int]) -> int:
    """How many sides of a stretch say that it is a firm: a word that leads to one, its own verb, a firm beside it."""
    left = _LEAD.search(text, max(0, start - 6), start) is not None or (
        text[start - 1 : start] in _MARKS and start - 1 in firms
    )
    right = _TAIL.match(text, end) is not None or (text[end : end + 1] in _MARKS and end + 1 in firms)
    return bool(left) + bool(right)


def _tagged(article: Article, candidate: Candidate) -> bool:
    """Whether LAC sees an organisation in the candidate, or in its brand alone, and nothing that goes beyond it."""
    low, high = sentence_at(article, candidate.start)
    for start, end, tag in lac.entities(article.text[low:high]):
        if tag == "ORG" and low + start < candidate.end and candidate.start < low + end:
            return candidate.start <= low + start and low + end <= candidate.end
    return False
