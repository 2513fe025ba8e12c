"""Events: meetings, fairs, ceremonies, contests and activities that have a name; an unnamed 研讨会 is none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.model.mention import Mention
from kg.model.page import Article
from kg.recognise import listed, rows
from kg.recognise.hit import Hit, apart, mentions
from kg.recognise.phrase_start import at_quotation, start_of, trimmed
from kg.recognise.reading import Reading, read
from kg.text import lexicon
from kg.text.words import known

_NEXT = re.compile(
    r"[，。；：、！？,;:!?\n\s”’」》）)（(·—]"
    r"|侧记|纪实|综述|见闻|速写|观察|掠影|札记"
    r"|[的等是在于为以将已和与及之有后上中前暨就由期现正拉启开闭落获吸召举成圆如今共特首]|\Z"
)
_ORGAN = re.compile(r"(?:人民代表|职工代表|党员代表|会员代表|股东|代表|政治协商)$")
_ORGAN_NEXT = re.compile(
    r"常务委员会|常委会|主席团|秘书处|组委会|执委会|筹委会|制度|精神|报告|堂|厅|议程|代表团|中心|馆|纪要|经济|平台|网|办公室|室|所"
    r"|员|者|(?<=日)活动"
)
_CRIMES = re.compile(r"违法|犯罪|间谍|非法|破坏|恐怖|走私|制假")
_COUNT = re.compile(r"(?:\d+|[一二三四五六七八九十百千万两数几]+|上[百千万])[多余]?(?:场场|场|次|个|项|期)(?!全会)")
_SERIAL = re.compile(
    r"(?:第[一二三四五六七八九十百\d]+次|[一二三四五六七八九十]+次|全体|常务|扩大|常委会|党组|专题|工作|全委)*"
)
_QUOTED_ROW = re.compile(r"(?:[“‘][^“”‘’]+[”’]){2,}$")
_QUOTE = re.compile(r"[“‘][^“”‘’]+[”’]")
_YEAR = re.compile(r"(?:19|20)\d\d年?(?:度)?|第[一二三四五六七八九十百\d]{1,4}[届次屆]|首届")
_DATE = re.compile(r"^(?:\d{1,2}月)?\d{1,2}日(?:上午|下午|晚|晚上)?|^\d{1,2}月")
_LONG = 6
_QUOTATION = 48
_SPOKEN = re.compile(r"[，。；！？”’我你他她这那了是说\n]|参加|举办|召开|通过|举行")
_COUNTED = re.compile(r"(?:\d|[一二三四五六七八九十百千万余多数几两])(?:场|次|项|个|期|届|余|多)*$")
_PLACED = 4
_ALL = ("全市", "全县", "全省", "全国", "全区", "市直", "省直", "县直", "区直")


_NUMBER = "[一二三四五六七八九十]"
_CONGRESS = re.compile(
    r"(?:中国共产党|中共|党的)?"
    rf"(?:(?<!{_NUMBER})第?{_NUMBER}{{1,3}}(?:次全国代表大会|届{_NUMBER}中全会)"
    rf"|(?<=党的){_NUMBER}{{1,3}}大(?![家会力专型学事赛批项类城])|(?<!{_NUMBER})(?:十[七八九]|二十)大(?=[以报精代召上后之召闭开胜提作明]))"
    rf"|(?<![{_NUMBER[1:-1]}届]){_NUMBER}中全会"
)
_SESSION = re.compile(
    rf"(?:(?<!{_NUMBER})第?{_NUMBER}{{1,3}}届)?(?:全国|中央|省|市|县|区|州|旗)?(?:人大常委会|人大|人民代表大会|政协|纪委|委员会)?"
    rf"(?:(?<!{_NUMBER})第?{_NUMBER}{{1,3}}届)?(?:委员会|常委会)?第?{_NUMBER}{{1,3}}次(?:全体)?(?:会议|全会)"
)
_BODY = re.compile(
    r"(?:中央纪委|全国人大|全国政协|中国人民政治协商会议|政协|[\u3400-\u9fff]{0,4}?(?:省委|市委|县委|区委|州委|旗委))$"
)
_PARTY = re.compile(r"(?:省|市|县|区|州|旗)第[一二三四五六七八九十]{1,3}次(?:党代会|党员代表大会|代表大会)")
_ROW = re.compile(r"活动|赛事|展会|节会|论坛$|讲座$|比赛$|大赛$")
_ITEM = re.compile(r"(?:会|课|展|展播|展示|展演|访谈|赛|节|典礼|仪式|论坛|讲座|巡演|巡讲|音乐会|行|周|季|月)$")


@cache
def _generic() -> frozenset[str]:
    return frozenset(lexicon.words("event_generic"))


def find(article: Article, found: Sequence[Mention]) -> list[Mention]:
    """Every named event: what ends in an event noun and says which one, and the few known by a short name."""
    reading = read(article.text)
    barred = {m.end for m in found if m.type == "Person" and not m.anaphor}
    organs = {m.end: m.start for m in found if m.type == "Government" and not m.anaphor}
    places = {m.start: m.end for m in found if m.type == "Place" and not m.anaphor}
    hits: list[Hit] = []
    for finder in (
        _sessions(reading, organs, places), _headed(reading, barred, organs, places), _rows(article.text),
        _known(reading),
    ):  # fmt: skip
        hits.extend(apart(finder, hits))
    return mentions(article, "Event", "events", hits)


def _known(reading: Reading) -> Iterator[Hit]:
    """Events that a list knows; where the short name stands alone, with its full one (广交会)."""
    for start, end, word in listed.famous("events_known").find(reading.text):
        cut = reading.inside(end)
        if (cut is None or not known(cut.text)) and reading.text[end : end + 1] not in ("堂", "馆", "村", "场"):
            yield Hit(start, end, 0.8, "known", listed.full_names("events_known")[word])


def _rows(text: str) -> Iterator[Hit]:
    yield from (Hit(start, end, 0.7, "quoted") for start, end in rows.quoted(text, _ROW))
    yield from (Hit(start, end, 0.7, "listed") for start, end in rows.listed(text, _ITEM))


def _sessions(reading: Reading, organs: dict[int, int], places: dict[int, int]) -> Iterator[Hit]:
    """Congresses and numbered sessions: 党的十八大, 二十届三中全会, 某县十七届人大四次会议, 市委十三届六次全会."""
    text = reading.text
    for match in _CONGRESS.finditer(text):
        start = match.start() - 2 if text[match.start() - 2 : match.start()] == "党的" else match.start()
        yield Hit(start, match.end(), 0.9, "listed")
    ending = {end: start for start, end in sorted(places.items(), reverse=True)}
    for match in (*_SESSION.finditer(text), *_PARTY.finditer(text)):
        begin = _body(text, match.start(), organs, ending)
        if "届" in match.group() or match.re is _PARTY:
            yield Hit(begin, match.end(), 0.9, "listed")


def _body(text: str, begin: int, organs: dict[int, int], places: dict[int, int]) -> int:
    """Where the body begins whose session it is: its own name, or its place before 人大 and 市委."""
    if begin in organs:
        return organs[begin]
    if text[begin : begin + 1] in "省市县区州旗" and begin + 1 in places:
        return places[begin + 1]
    if body := _BODY.search(text, max(0, begin - 8), begin):
        begin = body.start()
    return places[begin] if begin in places and text[begin - 1] in "省市县区州旗" else begin


def _headed(reading: Reading, barred: set[int], organs: dict[int, int], places: dict[int, int]) -> Iterator[Hit]:
    text = reading.text
    ends: dict[int, tuple[int, str]] = {}
    for start, end, word in listed.heads("event_heads").find(text):
        if end not in ends or start < ends[end][0]:
            ends[end] = (start, word)
    for end, (head, word) in sorted(ends.items()):
        cut = reading.inside(end)
        if (cut is not None and known(cut.text)) or _ORGAN_NEXT.match(text, end):
            continue
        if listed.strengths("event_heads")[word] == "long" and not _ends(reading, end):
            continue
        begin = at_quotation(reading, _begin(reading, head, barred | organs.keys()), head)
        begin = _quotation(text, begin, end)
        if begin in organs and word.endswith(("会", "会议")) and _SERIAL.fullmatch(text, begin, head):
            yield Hit(organs[begin], end, 0.7, "organ")
            continue
        if _QUOTED_ROW.match(text[begin:head]):
            *others, last = _QUOTE.finditer(text, begin, head)
            yield from (Hit(quote.start(), quote.end(), 0.7, "quoted") for quote in others)
            begin = last.start()
        confidence = _judge(reading, begin, head, word, places)
        if confidence:
            yield Hit(begin, end, confidence, "named")


def _quotation(text: str, begin: int, end: int) -> int:
    """`begin`, or where the quotation opens that closes behind the name (“雪域祥云——某地画展”) and is no speech."""
    if text[end : end + 1] not in ("”", "’"):
        return begin
    opening = max(text.rfind(mark, max(0, end - _QUOTATION), end) for mark in "“‘")
    return opening + 1 if 0 <= opening < begin and not _SPOKEN.search(text, opening + 1, end) else begin


def _ends(reading: Reading, end: int) -> bool:
    """Whether the name may end here: no noun follows that it would only qualify."""
    if _NEXT.match(reading.text, end):
        return True
    after = next(reading.rightward(end), None)
    return after is None or after.start > end or not after.tag.startswith(("n", "vn", "a", "b", "j", "k"))


def _begin(reading: Reading, head: int, barred: set[int]) -> int:
    """Start of the name: dates and words that only count or point are no part of it."""
    text = reading.text
    begin = start_of(reading, head, barred)
    while begin < head:
        date = _DATE.match(text[begin:head])
        moved = trimmed(reading, begin + (date.end() if date else 0), head, _LEADS)
        if moved == begin:
            break
        begin = moved
    return begin


_LEADS = frozenset(
    [
        "本次", "此次", "这次", "该", "一场", "一次", "一项", "多场", "系列", "各类", "各种", "大型", "重要",
        "其", "暨", "首批", "并", "县", "市", "省", "届", "场", "组织", "开展", "配合", "迎接", "当看到", "看到",
    ]
)  # fmt: skip


def _judge(reading: Reading, begin: int, head: int, word: str, places: dict[int, int]) -> float:
    """How sure it is that what stands between `begin` and the end of the noun is the name of one event."""
    modifier, strength = reading.text[begin:head], listed.strengths("event_heads")[word]
    if begin >= head:
        return 0.0
    if strength == "never" or _ORGAN.search(modifier) or _COUNT.match(modifier) or _CRIMES.search(modifier):
        return 0.0
    if "”的" in modifier or "’的" in modifier:
        return 0.0
    if modifier[-1] in "”’" and modifier[0] in "“‘":
        return 0.9 if len(modifier) > 4 else 0.0
    if strength == "festival":
        return 0.8 if len(modifier) >= 4 or _YEAR.search(modifier) else 0.0
    if not _says(reading, begin, head):
        return 0.0
    if "”" in modifier or _YEAR.search(modifier):
        return 0.9
    if strength == "free":
        return 0.8 if len(modifier) >= 2 else 0.0
    if word.endswith("活动") and _COUNTED.search(reading.text[max(0, begin - 4) : begin]):
        return 0.0
    placed = modifier.startswith(_ALL) or (begin in places and places[begin] < head)
    if word == "活动" and not placed and any(w.tag == "v" for w in reading.leftward(head, begin)):
        return 0.0
    return 0.7 if len(modifier) >= (_PLACED if placed else _LONG) else 0.0


def _says(reading: Reading, begin: int, head: int) -> bool:
    """Whether the modifier has a word that tells this event from others: none of 专题, 全国, 本次, 工作."""
    return any(
        word.text not in _generic() and word.text[0].isalnum() and word.tag not in ("m", "q", "t")
        for word in reading.leftward(head, begin)
    )
