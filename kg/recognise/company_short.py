"""Companies without a legal form: brand + trade (卓远机械) where the context says so, and widely known names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from kg.recognise.company_full import bounds, glued, no_companies
from kg.recognise.company_stated import stated
from kg.recognise.reading import Reading, Word, covered, is_name_part
from kg.recognise.sector import sector_bounds
from kg.text import lexicon
from kg.text.companies import ordinary, split_trade, trade_endings, trades, widely_known
from kg.text.matcher import Matcher
from kg.text.words import known

Hit = tuple[int, int, float, str]

_LIST = "、和与及以"
_LIST_MARKS = re.compile(r"[、；]|和|与|以及|及")
_BANKS = frozenset({"银行", "农商银行", "村镇银行", "证券", "财险", "人寿", "信托"})
_BANK_WORDS = frozenset({"农村", "商业", "农商", "村镇", "农村商业", "城市"})
_PAIR = 2
_STRENGTH = {"firm": 0.5, "word": 0.35}
_WEAK = 0.2
_PASS = 0.7
_BRAND_SIZES = range(2, 6)
_GENERIC_BRAND = re.compile(
    r"[的了在和与等是为对将被各某该其这那所个种类批款]|大学|学院|[局委院要走搞着既把准迎距使让]|^[以由被向从]|发力|围绕|一轮|渣土|直供|企业|行业|产业|传统|现代|先进|高端|智能|新型|特色|绿色|"
    r"^(?:新|大|小|老|高|超|全|总|副|非|多|重|轻|微|省|市|县|区|国|我|本|第)?[\u4e00-\u9fff]$"
)
_NOT_AFTER = re.compile(
    r"产业|行业|领域|工程|技术|专业|企业|制造业|设备|装备|零部件|化|业(?!务|绩)|类|厂|局|部门|学院|学会|协会|大学|市场|板块|革命|创新|战略|手段|应用|成果|园|馆|城|界|人员|支撑|进步|强国|服务|投入|自立|攻关|前沿|学生|从业"
)
_NOT_KNOWN_AFTER = re.compile(r"[省市县区镇乡村]|产业|行业|医院|大学|学院|学校|路|大道|广场|体育|种植|化")
_BARE = re.compile(r"[\u4e00-\u9fffA-Za-z]{3,6}$")
_GLUE = frozenset("以由与和在是对被从把将让向给至到")
_VAGUE = frozenset({"科技", "智造", "装饰", "文旅", "外贸", "电网", "陆港"})
_HEADS = frozenset(("公司", "集团", "董事长", "总经理", "总裁", "副总裁", "CEO", "首席执行官", "创始人", "负责人")) | {
    "旗下",
    "总部",
    "供应商",
    "等",
}
_OWNER = re.compile(
    r"(?:[省市县区镇乡州盟旗国]|上市|落户|入驻|投产|创办|创立|成立|本土|本地|当地|投资|控股|旗下|领军|知名|著名)的$"
)
_PREDICATES = frozenset({"v", "vn", "vd", "p", "d", "ad", "zg", "t"})
_LINKED = re.compile(r"(?:(?:行业|产业|领域|企业|公司|方面)有|[，。；分别时月日]与|，同|，由|，向)$")
_NATION = re.compile(r"(?:德国|美国|日本|韩国|法国|英国|意大利|瑞士|瑞典|荷兰|丹麦|芬兰|新加坡|加拿大|西班牙|奥地利)$")
_OPEN_QUOTE = "“（("


class Candidate(NamedTuple):
    """A possible company and how sure it is before its context is looked at."""

    start: int
    end: int
    base: float
    rule: str


@cache
def _known() -> Matcher:
    return Matcher(widely_known())


@cache
def _context(kind: str) -> frozenset[str]:
    return frozenset(word for word, which, *_ in lexicon.rows("company_context") if which == kind)


def short_names(reading: Reading, candidates: Sequence[Candidate], taken: Sequence[tuple[int, int]]) -> Iterator[Hit]:
    """Every candidate that its context confirms; `taken` are the spans of what is a name already."""
    solid = {c.end: c.start for c in candidates} | {end: start for start, end in taken}
    starts = set(solid.values())
    seen = [reading.text[c.start : c.end] for c in candidates]
    for candidate in candidates:
        score = candidate.base + _left(reading, candidate, solid) + _right(reading, candidate, starts)
        if candidate.rule == "known" and candidate.base < _PASS:
            score += 0.4 if _model(reading.text, candidate.end) else 0.0 if _sign(reading, candidate.end) else -0.25
        if seen.count(reading.text[candidate.start : candidate.end]) > 1:
            score += 0.1
        if score >= _PASS:
            yield candidate.start, candidate.end, min(0.95, score), candidate.rule


def candidates_of(reading: Reading, places: Mapping[int, int], taken: Sequence[tuple[int, int]]) -> list[Candidate]:
    """The possible short names outside the spans `taken`."""
    return [c for c in _candidates(reading, places) if not covered(taken, c.start, c.end)]


def _candidates(reading: Reading, places: Mapping[int, int]) -> list[Candidate]:
    found: dict[tuple[int, int], Candidate] = {}
    for start, end, name in _known().find(reading.text):
        if _aligned(reading, start, end):
            base = 0.9 if widely_known()[name] == "sure" else 0.3
            found[start, end] = Candidate(start, end, base, "known")
    for start, end in stated(reading):
        found.setdefault((start, end), Candidate(start, end, 0.75, "stated"))
    spans = list(found)
    for word in reading.words:
        for candidate in (_by_trade(reading, word, places), _after_firm(reading, word)):
            if candidate and not covered(spans, candidate.start, candidate.end):
                found.setdefault((candidate.start, candidate.end), candidate)
    return sorted(found.values())


def open_candidates(reading: Reading, places: Mapping[int, int]) -> list[Candidate]:
    """Brands before any word of trade, weak ones too (卓弗莱|航空): what context alone does not settle."""
    found = (_by_trade(reading, word, places, weak=True) for word in reading.words)
    return [candidate for candidate in found if candidate and candidate.rule == "trade"]


def _aligned(reading: Reading, start: int, end: int) -> bool:
    """Whether a known name is no accidental piece of longer words (中铁 in 京中铁路)."""
    text = reading.text
    if text[start].isascii():
        return not (text[start - 1 : start].isascii() and text[start - 1 : start].isalnum()) and not (
            text[end : end + 1].isascii() and text[end : end + 1].isalnum()
        )
    if "·" in text[start - 1 : start] + text[end : end + 1] or _NOT_KNOWN_AFTER.match(text, end):
        return False
    left, right = reading.inside(start), reading.inside(end)
    return not (left and known(left.text)) and not (right and known(right.text))


def _by_trade(reading: Reading, word: Word, places: Mapping[int, int], weak: bool = False) -> Candidate | None:
    """Brand + trade that ends at `word`: 卓远|机械, 恒昌医药 as one word, with a place before it."""
    if word.text[-1] not in trade_endings() or _NOT_AFTER.match(reading.text, word.end):
        return None
    word = _whole_trade(reading, word)
    own, trade = split_trade(word.text)
    if not trade:
        return None
    if trade[-1] in _BANKS:
        return _bank(reading, word, own, places)
    strength = _STRENGTH.get(trades()[trade[-1]], _WEAK if weak else 0.0)
    if not strength:
        return None
    if own:
        if known(word.text) and word.tag not in ("nz", "nt", "nr", "nrt"):
            return None
        start, named = word.start, True
    else:
        start, named = _brand_before(reading, word, places)
    brand = reading.text[start : word.start] + own
    if named and not brand:
        return Candidate(_with_place(start, places), word.end, 0.4, "place_trade")
    if reading.text[start : word.end] in no_companies():
        return None
    if any(brand[:size] in sector_bounds() for size in (2, 3)):
        return None
    if not named or len(brand) not in _BRAND_SIZES or _GENERIC_BRAND.search(brand):
        return None
    rare = not known(brand) or len(brand) > _PAIR
    return Candidate(_with_place(start, places), word.end, strength + 0.1 * rare, "trade")


def _whole_trade(reading: Reading, word: Word) -> Word:
    """`word` with what the segmenter cut from the trade that it ends (新|材料)."""
    for size in range(len(word.text) + 2, len(word.text), -1):
        start = word.end - size
        if start >= 0 and reading.text[start : word.end] in trades() and reading.starting(start):
            return Word(start, word.end, reading.text[start : word.end], word.tag)
    return word


def _bank(reading: Reading, word: Word, own: str, places: Mapping[int, int]) -> Candidate | None:
    """A bank, broker or insurer named by a place or an unknown word: 齐鲁银行, 莘县农商银行."""
    start = word.start
    named = bool(own) and word.tag in ("nz", "nt") and not known(own)
    for piece in reading.leftward(start):
        if piece.text not in _BANK_WORDS:
            if not own and is_name_part(piece.text, piece.tag) and len(piece.text) in (2, 3) and piece.text.isalpha():
                start, named = piece.start, True
            break
        start = piece.start
    first = _with_place(start, places)
    if (not named and first == start) or reading.text[first : word.end] in no_companies():
        return None
    return Candidate(first, word.end, 0.75, "bank")


def _brand_before(reading: Reading, word: Word, places: Mapping[int, int]) -> tuple[int, bool]:
    """Start of the brand before a trade word, and whether it looks like one (unknown, or a name in the dictionary)."""
    start, named = word.start, False
    for piece in reading.leftward(word.start):
        size = word.start - piece.start
        trade = not split_trade(piece.text)[0]
        if piece.end in places or size > max(_BRAND_SIZES) + 4 or piece.text in bounds():
            break
        if trade and not named:
            start = piece.start
            continue
        odd = piece.text[0].isdigit() or piece.tag == "x" or (piece.tag in ("m", "t") and known(piece.text))
        part = is_name_part(piece.text, piece.tag) and not odd
        single = len(piece.text) == 1 and piece.tag in ("n", "ng", "j", "nr", "nz", "ns", "a", "g", "vg", "b", "zg")
        if not part and not (single and start - piece.start + len(piece.text) <= max(_BRAND_SIZES)):
            break
        start, named = piece.start, True
        cut = glued(piece, word.start - piece.end)
        if cut:
            start = piece.start + cut
            break
    if word.start - start < _PAIR:
        start, named = word.start, False
    first = word.start - _PAIR
    if not named and first >= 0 and reading.clause_start(first) and start == word.start:
        pair = reading.text[first : word.start]
        if pair.isalpha() and not any(char in _GLUE for char in pair) and (not known(pair) or not ordinary(pair)):
            return first, True
    if not named and start == word.start and start in places and places[start] < start:
        return start, word.text in trades() and trades()[word.text] == "firm" and word.text not in _VAGUE
    return start, named and start < word.start


def _with_place(start: int, places: Mapping[int, int]) -> int:
    position = start
    while position in places and places[position] < position:
        position = places[position]
    return position


def _after_firm(reading: Reading, word: Word) -> Candidate | None:
    """A name without a trade right after 企业 (…企业中科某某的车间): unknown words up to the next ordinary one."""
    if word.text not in ("企业", "龙头企业", "上市公司", "民企", "车企", "药企"):
        return None
    before = next(reading.leftward(word.start), None)
    if word.text == "企业" and (before is None or before.text not in _context("quality")):
        return None
    end, unknown = word.end, False
    for piece in reading.rightward(word.end):
        part = is_name_part(piece.text, piece.tag) or (piece.tag == "ns" and not unknown)
        if piece.start != end or not part or piece.text in bounds():
            break
        if piece.tag in ("x", "m", "q", "t", "r") or (not _BARE.match(piece.text) and len(piece.text) > 2):
            break
        unknown |= not known(piece.text)
        end = piece.end
    name = reading.text[word.end : end]
    if not unknown or len(name) < 4 or len(name) > 6 or not name.isalpha():
        return None
    return Candidate(word.end, end, 0.45, "after_firm")


def _left(reading: Reading, candidate: Candidate, solid: Mapping[int, int]) -> float:
    """What stands before a candidate says for it."""
    text, start = reading.text, candidate.start
    before = text[start - 1 : start]
    if before in _LIST and before and start - 1 in solid:
        return 0.3
    if before and before in _OPEN_QUOTE:
        return 0.05
    if candidate.rule == "trade" and _LINKED.search(text, max(0, start - 4), start):
        return 0.2
    if candidate.rule == "trade" and _NATION.search(text, max(0, start - 4), start):
        return 0.3
    word = next(reading.leftward(start), None)
    if word is not None and (word.text in _context("before") or word.text.endswith(("企业", "公司"))):
        return 0.3 if word.text not in ("以", "由", "如", "服务", "支持", "推动") else 0.15
    if before == "；":
        return 0.2
    if before == "的" and _OWNER.search(text, max(0, start - 12), start):
        return 0.3
    return 0.1 if reading.clause_start(start) else 0.0


def _model(text: str, end: int) -> bool:
    """Whether a model's name follows (卓远|S7), which only a maker has."""
    return text[end : end + 1].isascii() and text[end : end + 1].isupper()


def _sign(reading: Reading, end: int) -> bool:
    """Whether an ambiguous known name (苹果, 长城) is followed by a list mark or by a word that only a firm has."""
    word = reading.starting(end)
    return bool(_LIST_MARKS.match(reading.text, end)) or (word is not None and word.text in _HEADS)


def _right(reading: Reading, candidate: Candidate, starts: set[int]) -> float:
    """What stands after a candidate says for it."""
    text, end = reading.text, candidate.end
    mark = _LIST_MARKS.match(text, end)
    if mark and mark.end() in starts:
        return 0.3
    word = next(reading.rightward(end), None)
    if word is None or word.start != end:
        return 0.0
    if word.text in _context("office"):
        return 0.35
    if text.startswith("等", end) and re.match(r"等[^，。；]{0,12}(?:企业|公司|集团|品牌|客户)", text[end : end + 18]):
        return 0.35
    if word.text in _context("after"):
        return 0.3 if reading.clause_start(candidate.start) else 0.2
    if candidate.rule == "trade" and word.tag in _PREDICATES and reading.clause_start(candidate.start):
        return 0.2
    if word.text == "的":
        following = next(reading.rightward(end + 1), None)
        return 0.3 if following and following.text in _context("office") else 0.05
    return 0.0
