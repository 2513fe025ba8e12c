"""Names cut free of the clause they stand in: 充分展现|广交会, 万元人民币予|某大学, 某集团旗下|某基金会.

Every finder walks left from a class word and stops at words it knows; what none of them knows is left at the name's
beginning. Here all names pass one gate: they begin after the last word that no name holds (lexicon `name_breaks`), and
what is left must still be a name. Quotations and names that lists know are never touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import msgspec

from kg.model.mention import Mention
from kg.model.page import Article
from kg.recognise.reading import Reading, Word, read
from kg.text import gazetteer, lexicon
from kg.text.words import known

_WHOLE = frozenset({"Place", "Person"})
_LISTED = (".known", ".document", ".quoted", ".listed", ".national", ".alias", ".formula", ".model", ".crop")
_PROPER = frozenset({"Company", "Institution", "Park", "Project", "Event"})
"""Types of which nothing but a class of things is left where no proper word is (用好|综合医院)."""
_SPLIT = frozenset({"Company", "Institution", "Park", "Industry", "Cluster", "Chain", "Product"})
_NAME_TAGS = frozenset({"ns", "nz", "nt", "nr", "nrt", "nrfg", "eng", "j"})
_ACTS = re.compile(r"(?:行动|计划|方案|工程|意见|措施|试点|规划)$")
"""Plans are called by what they do (优化某事|三年行动); a campaign or a mechanism is not."""
_COUNTED = re.compile(
    r"(?:[0-9][0-9.]*|[一二三四五六七八九十百千两几数多这那哪]+)?(?:余|多)?(?:[万亿](?=[名位家座台辆元场]))?"
    r"(?:[位名家座台艘架辆支所]|场(?!馆|地)|美?元|亿元|万元)(?:人民币|以上)?"
)
_MEASURED = re.compile(r"年度?|月份?|日|[万亿]?(?:美?元|[余多]?[名家个位])")
"""What goes on with a number before it: 2020|年某大学."""
_END_OF_SENTENCE = re.compile(r"[。！？；…，\n][”’）》】]*|^[、：”’）》】]")
_JOINTS = ("和", "与", "及", "以及")
_TAILS = frozenset("港市县区园厂馆院校桥站所会")
_SCHOOLS = ("大学", "中学", "小学", "高中")
_UP_TO = ("上", "考上", "考入", "读", "念", "进")
"""Before the class word of a school these are what somebody did: 没|考上|大学."""


def trim(article: Article, found: Iterable[Mention]) -> list[Mention]:
    """`found` with every name cut to where it begins; two names joined are two, and what is left of no name is out."""
    reading: Reading | None = None
    kept: list[Mention] = []
    for mention in found:
        if _whole(article.text, mention):
            kept.append(mention)
            continue
        reading = reading or read(article.text)
        kept.extend(_cut(article, reading, mention))
    return kept


def _whole(text: str, mention: Mention) -> bool:
    """Whether nothing can hang on the name: a list or a pair of quotation marks gives both its ends."""
    quoted = text[mention.start - 1 : mention.start] in "“‘《" and text[mention.end : mention.end + 1] in "”’》"
    return (
        mention.type in _WHOLE or mention.anaphor or mention.by.endswith(_LISTED)
        or mention.surface[:1] in "“《‘" or (quoted and mention.start > 0 and mention.end < len(text))
    )  # fmt: skip


def _cut(article: Article, reading: Reading, mention: Mention) -> Iterator[Mention]:
    words = _words(reading, mention.start, mention.end)
    start = _begin(reading.text, words, mention)
    words = [word for word in words if word.start >= start]
    if start > mention.start and not (words and _name(words, mention.type)):
        return
    joint = _joint(words, mention)
    if joint is None:
        yield mention if start == mention.start else _part(article, mention, start, mention.end)
        return
    tail = "" if reading.text[start : joint.start].endswith(words[-1].text) else _class(words[-1].text)
    yield _part(article, mention, start, joint.start, tail)
    yield _part(article, mention, joint.end, mention.end)


def _part(article: Article, mention: Mention, start: int, end: int, tail: str = "") -> Mention:
    surface = article.printed[start:end]
    lost = article.text[mention.start : start]
    name = surface + tail if tail else None
    if mention.name and lost and end == mention.end:
        name = mention.name.removeprefix(lost) if mention.name.startswith(lost) else None
    return msgspec.structs.replace(mention, start=start, end=end, surface=surface, name=name)


def _words(reading: Reading, start: int, end: int) -> list[Word]:
    """The words from `start` to `end`; one that straddles an edge is cut there."""
    return [word for word in reversed(list(reading.leftward(end, start))) if word.end > start]


def _begin(text: str, words: Sequence[Word], mention: Mention) -> int:
    """Where the name begins that ends with `words`: after the last break, and after what only leads up to it."""
    start = mention.start
    quote = min((at for mark in "“《‘（(" if (at := text.find(mark, start, mention.end)) >= 0), default=mention.end)
    for hit in _END_OF_SENTENCE.finditer(text[start:quote]):
        start = max(start, mention.start + hit.end())
    start = max(start, _number(text, mention.start, quote, [word.start for word in words]))
    for index in range(len(words) - 1):
        if start <= words[index].start and words[index].end <= quote:
            start = max(start, _passed(text, words, index, start, mention))
    return start


def _passed(text: str, words: Sequence[Word], index: int, start: int, mention: Mention) -> int:
    """Where the name begins as far as the words from `index` on tell: behind them, where no name holds them."""
    inside, first = _breaks()
    word, following = words[index], words[index + 1]
    for last in (index + 1, index):
        phrase = text[word.start : words[last].end]
        if last + 1 < len(words) and phrase in inside and (len(phrase) > 1 or _clear(words, index)):
            return words[last].end
    if word.text in _UP_TO and following.text in _SCHOOLS and following.end == mention.end:
        return word.end
    if word.start > start:
        return start
    if word.text in first and _leads(word, following, mention):
        return word.end
    if word.text == "驻" and mention.type == "Company":
        return word.end
    if mention.type in ("Project", "Product") and text[start].isdigit():
        return start
    counted = _COUNTED.match(text, start, mention.end)
    return counted.end() if counted and any(other.start == counted.end() for other in words) else start


def _number(text: str, start: int, end: int, starts: Sequence[int]) -> int:
    """Past the measure word of a number that stands before: 14|日中国某协会, 1000|万元人民币."""
    if start and text[start - 1].isdigit():
        hit = _COUNTED.match(text, start, end) or _MEASURED.match(text, start, end)
        if hit and hit.end() in starts:
            return hit.end()
    return start


def _clear(words: Sequence[Word], index: int) -> bool:
    """Whether a break of one character is a word and no piece of an unknown name between single characters."""
    if len(words[index].text) > 1:
        return True
    before = words[index - 1].text if index else ""
    return len(words[index + 1].text) > 1 and len(before) != 1 and (not before or known(before))


def _leads(word: Word, following: Word, mention: Mention) -> bool:
    if mention.type == "Policy" and len(word.text) == 2 and _ACTS.search(mention.surface):
        return False
    return len(word.text) > 1 or len(following.text) > 1


def _name(words: Sequence[Word], kind: str) -> bool:
    """Whether `words`, what is left of a name, are one: more than one ordinary word, and a proper one where needed."""
    if "“" in "".join(word.text for word in words):
        return True
    proper = any(_proper(word) for word in words) or "".join(word.text for word in words) in _listed()
    if kind in _PROPER:
        return proper
    return proper or len(words) > 1 or kind == "Product"


@cache
def _listed() -> frozenset[str]:
    """Names in general use (广交会), whatever the segmenter makes of them."""
    rows = (row for name in ("events_known", "institutions_known", "companies_known") for row in lexicon.rows(name))
    return frozenset(form for row in rows for cell in row[:2] for form in cell.split("|") if form)


def _proper(word: Word) -> bool:
    if not word.text[0].isalnum() or len(word.text) < 2:
        return False
    if word.text in gazetteer.ordinary():
        return False
    return word.tag in _NAME_TAGS or not known(word.text) or bool(gazetteer.load().named(word.text))


def _joint(words: Sequence[Word], mention: Mention) -> Word | None:
    """The conjunction between two names in one: 甲港|和|乙港, 甲|和|乙水库 where 甲 is a place."""
    if mention.type not in _SPLIT or len(words) < 3:
        return None
    tail = words[-1].text
    for index in range(1, len(words) - 1):
        word, before = words[index], words[index - 1]
        if word.text not in _JOINTS or before.text[-1] in "“”（）":
            continue
        same = before.text == tail and (len(tail) > 1 or tail in _TAILS)
        places = index == 1 and mention.type == "Park" and _place(before.text) and len(words[index + 1].text) > 1
        if same or places:
            return word
    return None


def _class(word: str) -> str:
    """The class word that `word` ends in: 水库 of 官厅水库."""
    return next((head for head in lexicon.words("park_heads") if word.endswith(head)), word)


def _place(word: str) -> bool:
    return len(word) > 1 and word not in gazetteer.ordinary() and bool(gazetteer.load().named(word))


@cache
def _breaks() -> tuple[frozenset[str], frozenset[str]]:
    """Words that stand nowhere in a name, and words that do not begin one."""
    rows = lexicon.rows("name_breaks")
    inside = frozenset(row[0] for row in rows if row[1] == "inside")
    return inside, frozenset(row[0] for row in rows if row[1] == "first")
