"""Policies: documents in 《》, plans, campaigns, mechanisms and modes with a name; a slogan alone is none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from kg.model.mention import Mention
from kg.model.page import Article
from kg.recognise import rows
from kg.recognise.phrase_start import at_quotation, start_of, trimmed
from kg.recognise.reading import Reading, read
from kg.text import lexicon
from kg.text.matcher import Matcher, OverlapMatcher
from kg.text.words import known

_TITLE = re.compile(r"《([^《》\n]{2,80})》")
_WORK = re.compile(
    r"(?:电影|纪录片|电视剧|影片|剧|歌曲|歌|小说|图书|专著|著作|诗集|散文|栏目|节目|杂志|期刊|专栏|一书|动画片|绘本|油画|国画|舞蹈|作品"
    r"|短片|文章|论文|社论|题为|报道)$"
)
_TAIL = re.compile(r"[（(].*$")
_QUOTES = (re.compile(r"“([^“”\n]{2,36})”"), re.compile(r"‘([^‘’\n]{2,36})’"))
_NEXT = re.compile(
    r"[，。；：、！？,;:!?\n\s”’」》）)（(]|[的等是在于为以将已和与及之有后上]"
    r"|启动|实施|落地|施行|全覆盖|取得|进行|基础|期间|方面|开展|登场|见效|\Z"
)
_IN_FORCE = re.compile(r"(?:在[\u3400-\u9fff]{1,8})?(?:施行|实施|落地|出台|正式)")
_LISTED = re.compile(
    r"^[一二三四五六七八九十百两]{1,2}[大项新个][\u3400-\u9fff]{0,4}(?:工程|攻坚|攻坚战|行动|布局|战役|计划)$"
)
_NUMBERED = re.compile(r".*[”’](?=[一二三四五六七八九十]{1,2}[大项个])")
_FORMULA = re.compile(
    r"^一([\u3400-\u9fff])一(?!\1)(?:[品策园院链业企特案档人长牌网站]|专班|专员|方案|对策|团队|专家)$"
)
_NOT_FORMULA = re.compile(r"[”’]?(?:示范|企业|[村镇县](?!一)|专项)")
_OURS = re.compile(r"(?:[我全本该][省市县区]|[了起好])$")
_SAYS = re.compile(r"[，。；！？\n]")
_STRICT = frozenset(("战略", "战略布局", "布局", "工程", "经济", "规划"))
_KINDED = frozenset(("体系", "政策", "措施", "模式", "制度"))
_NOUNLIKE = frozenset(
    ("研究", "创新", "推广", "提出", "部署", "深化", "优化", "强化", "运用", "形成", "启动", "设立", "推进", "推动")
)
_SHORTEST = 3
_QUOTATION = 24
_LONG = frozenset(("行动", "计划", "规划", "措施", "政策"))
_NOT_NAMED = (*"率力感题关账牌梦墙桥路", "桥头堡", "样板", "答卷", "钥匙", "引擎")


_LAW_GOES_ON = re.compile(r"[人院律规则定治官务庭师学医国案制]")
_ROW = re.compile(r"(?:行动|工程|计划|模式|机制|改革|政策|制度|战略|方案|工作法|倡议)$")
_NUMERIC = re.compile(
    r"(?![三五]农|三[夏秋资包]|四风|三公|五[险一]|十一|[六七八]一|双1|一老|十[二三四五六]五)"
    r"[一两二三四五六七八九十]+[\u3400-\u9fff个]"
)
_DUTY = re.compile(r"(?:[“‘][^“”‘’\n]{2,10}[”’]、?){0,3}(?:工作|任务|政策|要求|方针|制度|机制|目标任务|举措|行动)")
_SWEEP = re.compile(r"大[\u3400-\u9fff]{2}(?:、大[\u3400-\u9fff]{2}){1,5}")
_SUM = re.compile(
    r"(?<=[，。；：、过用取了行广立索成以照的“‘])[\u3400-\u9fff]{2,8}(?:(?:[+＋][\u3400-\u9fff]{2,8}){1,4}的?|加[\u3400-\u9fff]{2,5}的)"
    r"(?:[\u3400-\u9fff]{2,4})?模式"
)
_EMPTY_TITLE = re.compile(
    r"(?:实施|工作|行动|总体|若干|暂行|管理|试行)?(?:方案|办法|意见|通知|条例|规定|细则|决定|规划|计划|纲要|措施|报告|公告|通报|协议"
    r"|规则|准则|指南|标准|倡议书?|声明|宣言|公约|章程)"
)
_AND = ("和", "与", "及")
_BUILT = frozenset(("体系", "机制", "制度"))


class _Hit(NamedTuple):
    start: int
    end: int
    confidence: float
    rule: str
    name: str | None = None


@cache
def _strengths() -> dict[str, str]:
    return {word: strength for word, strength, *_ in lexicon.rows("policy_heads")}


@cache
def _heads() -> OverlapMatcher:
    return OverlapMatcher(_strengths())


@cache
def _famous() -> Matcher:
    return Matcher(_full_names())


@cache
def _full_names() -> dict[str, str | None]:
    return {word: full[0] if full else None for word, *full in lexicon.rows("policies_known")}


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon.words(name))


@cache
def _ending(name: str) -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(map(re.escape, lexicon.words(name))) + ")$")


def find(article: Article, found: Sequence[Mention]) -> list[Mention]:
    """Every named policy: 《…方案》, “…”模式, …攻坚行动, and what a verb of governing puts in quotation marks."""
    reading = read(article.text)
    barred = {m.end for m in found if m.type in ("Government", "Person") and not m.anaphor}
    hits = [*_documents(article.text)]
    for finder in (_headed(reading, barred), _quoted(article.text), _known(reading), _shaped(article.text)):
        taken = [(hit.start, hit.end) for hit in hits]
        hits.extend(hit for hit in finder if not any(start < hit.end and hit.start < end for start, end in taken))
    best = {(hit.start, hit.end): hit for hit in reversed(hits)}
    return [
        Mention(
            article=article.id, start=hit.start, end=hit.end, type="Policy",
            surface=article.printed[hit.start : hit.end], confidence=hit.confidence, by=f"policies.{hit.rule}",
            name=hit.name,
        )
        for _, hit in sorted(best.items())
    ]  # fmt: skip


def _documents(text: str) -> Iterator[_Hit]:
    """Titles of documents; 《办法》, by which a text only comes back to one that it has named, is none."""
    for match in _TITLE.finditer(text):
        title = _TAIL.sub("", match.group(1))
        if _EMPTY_TITLE.fullmatch(title) or _WORK.search(text[max(0, match.start() - 6) : match.start()]):
            continue
        if _ending("document_kinds").search(title):
            yield _Hit(match.start(), match.end(), 0.95, "document")


def _known(reading: Reading) -> Iterator[_Hit]:
    """Policies that a list knows, with the quotation marks round them; 公司法|人 is none."""
    text = reading.text
    for start, end, word in _famous().find(text):
        cut = reading.inside(end)
        if (cut is not None and known(cut.text)) or (word[-1] == "法" and _LAW_GOES_ON.match(text, end)):
            continue
        if text.startswith(("项目", "课题"), end):
            continue
        if text[start - 1 : start] in ("“", "‘") and text[end : end + 1] in ("”", "’"):
            start, end = start - 1, end + 1
        yield _Hit(start, end, 0.8, "known", _full_names()[word])


def _shaped(text: str) -> Iterator[_Hit]:
    """Names of a shape: rows (“甲”“乙”等行动), sweeps (大走访、大排查), sums (公司+农户的模式)."""
    yield from (_Hit(start, end, 0.7, "quoted") for start, end in rows.quoted(text, _ROW))
    yield from (_Hit(match.start(), match.end(), 0.7, "quoted") for match in _SWEEP.finditer(text))
    yield from (_Hit(match.start(), match.end(), 0.7, "formula") for match in _SUM.finditer(text))


def _headed(reading: Reading, barred: set[int]) -> Iterator[_Hit]:
    """What ends in a head noun: the longest head of each place."""
    ends: dict[int, tuple[int, str]] = {}
    for start, end, word in _heads().find(reading.text):
        if end not in ends or start < ends[end][0]:
            ends[end] = (start, word)
    for end, (head, word) in sorted(ends.items()):
        cut = reading.inside(end)
        if (cut is not None and known(cut.text)) or not _ends(reading, end, word):
            continue
        begin = trimmed(reading, start_of(reading, head, barred), head, _words("policy_generic_lead"))
        begin = _whole(reading, at_quotation(reading, begin, head), head, end, barred)
        verb = _verb_first().match(reading.text, begin, head)
        begin = verb.end() if verb and head - verb.end() >= _SHORTEST else begin
        numbered = _NUMBERED.match(reading.text[begin:head])
        begin += numbered.end() if numbered else 0
        if begin < head:
            confidence = 0.0 if _generic(reading, begin, head) else _judge(reading.text, begin, head, end, word)
            if confidence:
                yield _Hit(begin, end, confidence, "named")


def _whole(reading: Reading, begin: int, head: int, end: int, barred: set[int]) -> int:
    """`begin`, or where the quotation opens that closes behind the head (“和平与安全计划”), or before an 和 where
    what follows it alone names nothing (返贫监测和|帮扶机制)."""
    text = reading.text
    if text[end : end + 1] in ("”", "’"):
        opening = max(text.rfind(mark, max(0, end - _QUOTATION), end) for mark in "“‘")
        inner = text[opening + 1 : end]
        if 0 <= opening < begin - 1 and not re.search("[，。；：、！？”’]", inner) and not _verb_first().match(inner):
            return opening + 1
    if text[begin - 1 : begin] in _AND and text[begin:head] in _words("policy_generic"):
        return start_of(reading, begin - 1, barred)
    return begin


def _ends(reading: Reading, end: int, word: str) -> bool:
    """Whether the name may end here: no noun follows that it would only qualify (机制|创新, 战略|沟通)."""
    if _NEXT.match(reading.text, end):
        return True
    if word in _STRICT:
        return False
    if word in _BUILT and reading.text.startswith("建设", end):
        return bool(_NEXT.match(reading.text, end + 2))
    after = next(reading.rightward(end), None)
    return after is None or after.start > end or not after.tag.startswith(("n", "vn", "a", "b", "j", "k"))


def _generic(reading: Reading, begin: int, head: int) -> bool:
    """Whether every word of the modifier is one that names nothing (重大|国家|战略), or it is 体制 or 制度."""
    modifier = reading.text[begin:head]
    if modifier.endswith(("体制", "制度")) or modifier in _words("policy_generic"):
        return True
    names_nothing = _words("policy_generic") | _words("policy_generic_lead")
    return all(word.text in names_nothing for word in reading.leftward(head, begin))


def _judge(text: str, begin: int, head: int, end: int, word: str) -> float:
    modifier, strength = text[begin:head], _strengths()[word]
    if "”" in modifier or "’" in modifier:
        return _judge_quoted(text, begin, modifier, word)
    if strength == "quoted" or len(modifier) < 2:
        return 0.0
    if text[begin - 1 : begin] in ("“", "‘") and text[end : end + 1] in ("”", "’"):
        return 0.85 if len(modifier) > 2 else 0.0
    if strength == "free":
        return 0.8
    if word in _KINDED and not _ending("policy_kinds").search(modifier):
        return 0.0
    if len(modifier) < (4 if word in _LONG else 2):
        return 0.0
    return 0.7 if _led(text, begin) or _IN_FORCE.match(text, end) else 0.0


def _judge_quoted(text: str, begin: int, modifier: str, word: str) -> float:
    inner = modifier.strip("“”‘’的")
    if len(inner) < 2 or _SAYS.search(inner) or inner.count("、") > 2:
        return 0.0
    if "的" in modifier and _strengths()[word] == "led" and not _led(text, begin):
        return 0.0
    return 0.9 if modifier[0] in "“‘" else 0.85


def _led(text: str, begin: int) -> bool:
    """Whether a verb of governing stands before: right away, over a list (建立甲机制、乙机制), or over a long …的."""
    before = text[max(0, begin - 8) : begin]
    while (ours := _OURS.search(before)) is not None:
        before = before[: ours.start()]
    if _ending("policy_verbs").search(before):
        return True
    clause = _SAYS.split(text[max(0, begin - 40) : begin])[-1]
    return before.endswith(("、", "和", "的")) and bool(_governing().search(clause))


@cache
def _governing() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, [*lexicon.words("policy_verbs"), "打造"])))


@cache
def _verb_first() -> re.Pattern[str]:
    firm = [word for word in lexicon.words("policy_verbs") if word not in _NOUNLIKE]
    return re.compile("(?:坚决|牢固|要)?(?:" + "|".join(map(re.escape, firm)) + "|树立|秉持|把握|支持|贯穿)")


def _quoted(text: str) -> Iterator[_Hit]:
    """A quotation that is the whole object of a verb of governing, or a formula (一县一策)."""
    for pattern in _QUOTES:
        for match in pattern.finditer(text):
            inner = match.group(1)
            if _FORMULA.match(inner):
                if not _NOT_FORMULA.match(text, match.end()):
                    yield _Hit(match.start() + 1, match.end() - 1, 0.75, "formula")
                continue
            if all(_FORMULA.match(part) for part in re.split("[、，]", inner)):
                yield _Hit(match.start(), match.end(), 0.75, "formula")
                continue
            if len(inner) <= 9 and _NUMERIC.match(inner) and _DUTY.match(text, match.end()):
                yield _Hit(match.start(), match.end(), 0.75, "quoted")
                continue
            at = match.start(1)
            parts = inner.split("、")
            if all(_LISTED.match(part) for part in parts):
                for part in parts:
                    yield _Hit(at, at + len(part), 0.75, "counted")
                    at += len(part) + 1
                continue
            if not _NEXT.match(text, match.end()) or not 3 <= len(inner) <= 16 or inner.endswith(_NOT_NAMED):
                continue
            if _ending("policy_carriers").search(text[max(0, match.start() - 6) : match.start()]):
                yield _Hit(match.start(), match.end(), 0.6, "quoted")
