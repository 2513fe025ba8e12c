"""Policies: documents in 《》, plans, campaigns, mechanisms and modes with a name; a slogan alone is none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.model.mention import Mention
from kg.model.page import Article
from kg.recognise import listed
from kg.recognise.hit import Hit, apart, mentions
from kg.recognise.phrase_start import at_quotation, start_of, trimmed
from kg.recognise.policy_shapes import NEXT, documents, ending, quoted, shaped
from kg.recognise.reading import Reading, read
from kg.text import lexicon
from kg.text.words import known

_IN_FORCE = re.compile(r"(?:在[\u3400-\u9fff]{1,8})?(?:施行|实施|落地|出台|正式)")
_NUMBERED = re.compile(r".*[”’](?=[一二三四五六七八九十]{1,2}[大项个])")
_OURS = re.compile(r"(?:[我全本该][省市县区]|[了起好])$")
_SAYS = re.compile(r"[，。；！？\n]")
_STRICT = frozenset(("战略", "战略布局", "布局", "工程", "经济", "规划"))
_KINDED = frozenset(("体系", "政策", "措施", "模式", "制度"))
_NOUNLIKE = frozenset(
    ("研究", "创新", "推广", "提出", "部署", "深化", "优化", "强化", "运用", "形成", "启动", "设立", "推进", "推动")
)
_BOUND = frozenset(("工程", "措施", "方案", "实施方案", "服务", "举措", "行动", "计划", "改革", "战略", "政策"))
"""Heads whose name never has a 的 between quotation and head: “…”的标志性工程 says what it is like."""
_SHORTEST = 3
_QUOTATION = 24
_LONG = frozenset(("行动", "计划", "规划", "措施", "政策"))
_LAW_GOES_ON = re.compile(r"[人院律规则定治官务庭师学医国案制]")
_SERVES = re.compile(r"(?:[\u3400-\u9fff]{2,4})?(?:服务|对接|响应|支撑|助力|赋能|融入|谋划)(?=国家|区域|“)")
_COUNTED = re.compile(r"\d+[项条个]$")
_BECOMES = re.compile(r"[”’].*(?:变成|成为|化为|转化|变为|体现)")
_AND = ("和", "与", "及")
_BUILT = frozenset(("体系", "机制", "制度"))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon.words(name))


def find(article: Article, found: Sequence[Mention]) -> list[Mention]:
    """Every named policy: 《…方案》, “…”模式, …攻坚行动, and what a verb of governing puts in quotation marks."""
    reading = read(article.text)
    barred = {m.end for m in found if m.type in ("Government", "Person") and not m.anaphor}
    hits = [*documents(article.text)]
    for finder in (_headed(reading, barred), quoted(article.text), _known(reading), shaped(article.text)):
        hits.extend(apart(finder, hits))
    best = {(hit.start, hit.end): hit for hit in reversed(hits)}
    return mentions(article, "Policy", "policies", best.values())


def _known(reading: Reading) -> Iterator[Hit]:
    """Policies that a list knows, with the quotation marks round them; 公司法|人 is none."""
    text = reading.text
    for start, end, word in listed.famous("policies_known").find(text):
        cut = reading.inside(end)
        if (cut is not None and known(cut.text)) or (word[-1] == "法" and _LAW_GOES_ON.match(text, end)):
            continue
        if text.startswith(("项目", "课题"), end):
            continue
        if text[start - 1 : start] in ("“", "‘") and text[end : end + 1] in ("”", "’"):
            start, end = start - 1, end + 1
        yield Hit(start, end, 0.8, "known", listed.full_names("policies_known")[word])


def _headed(reading: Reading, barred: set[int]) -> Iterator[Hit]:
    """What ends in a head noun: the longest head of each place."""
    ends: dict[int, tuple[int, str]] = {}
    begins = {end: start for start, end, _ in listed.famous("policies_known").find(reading.text)}
    for start, end, word in listed.heads("policy_heads").find(reading.text):
        if end not in ends or start < ends[end][0]:
            ends[end] = (start, word)
    for end, (head, word) in sorted(ends.items()):
        cut = reading.inside(end)
        if (cut is not None and known(cut.text)) or not _ends(reading, end, word):
            continue
        begin = trimmed(reading, start_of(reading, head, barred), head, _words("policy_generic_lead"))
        begin = _whole(reading, at_quotation(reading, begin, head), head, end, barred)
        begin = begins.get(end, begin)
        served = _SERVES.match(reading.text, begin, head)
        begin = served.end() if served else begin
        verb = _verb_first().match(reading.text, begin, head)
        begin = verb.end() if verb and head - verb.end() >= _SHORTEST else begin
        numbered = _NUMBERED.match(reading.text[begin:head])
        begin += numbered.end() if numbered else 0
        if begin < head:
            confidence = 0.0 if _generic(reading, begin, head) else _judge(reading.text, begin, head, end, word)
            if confidence:
                yield Hit(begin, end, confidence, "named")


def _whole(reading: Reading, begin: int, head: int, end: int, barred: set[int]) -> int:
    """`begin`, or where the quotation opens that closes behind the head (“和平与安全计划”), or before an 和 where
    what follows it alone names nothing (返贫监测和|帮扶机制)."""
    text = reading.text
    if text[end : end + 1] in ("”", "’"):
        opening = max(text.rfind(mark, max(0, end - _QUOTATION), end) for mark in "“‘")
        inner = text[opening + 1 : end]
        first = reading.starting(opening + 1)
        verbal = first is None or first.tag.startswith(("v", "d", "p")) or bool(_verb_first().match(inner))
        if 0 <= opening < begin - 1 and not _SAYS.search(inner.replace("、", "，")) and not verbal:
            return opening + 1
    if text.startswith("时代", begin) and text[begin - 1 : begin] == "新":
        return begin - 1
    if (
        text[begin - 1 : begin] in _AND
        and text[end - 2 : end] in _BUILT
        and text[begin:head] in _words("policy_generic")
    ):
        return start_of(reading, begin - 1, barred)
    return begin


def _ends(reading: Reading, end: int, word: str) -> bool:
    """Whether the name may end here: no noun follows that it would only qualify (机制|创新, 战略|沟通)."""
    if NEXT.match(reading.text, end):
        return True
    if word in _STRICT:
        return False
    if word in _BUILT and reading.text.startswith("建设", end):
        return bool(NEXT.match(reading.text, end + 2))
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
    modifier, strength = text[begin:head], listed.strengths("policy_heads")[word]
    if _COUNTED.fullmatch(modifier) or _BECOMES.search(modifier):
        return 0.0
    if "”" in modifier or "’" in modifier:
        return _judge_quoted(text, begin, modifier, word)
    if strength == "quoted" or len(modifier) < 2:
        return 0.0
    if text[begin - 1 : begin] in ("“", "‘") and text[end : end + 1] in ("”", "’"):
        return 0.85 if len(modifier) > 2 else 0.0
    if strength == "free":
        return 0.8
    if word in _KINDED and not ending("policy_kinds").search(modifier):
        return 0.0
    if len(modifier) < (4 if word in _LONG else 2):
        return 0.0
    return 0.7 if _led(text, begin) or _IN_FORCE.match(text, end) else 0.0


def _judge_quoted(text: str, begin: int, modifier: str, word: str) -> float:
    inner = modifier.strip("“”‘’的")
    if len(inner) < 2 or _SAYS.search(inner) or inner.count("、") > 2:
        return 0.0
    if "的" in modifier and (
        word in _BOUND or (listed.strengths("policy_heads")[word] == "led" and not _led(text, begin))
    ):
        return 0.0
    return 0.9 if modifier[0] in "“‘" else 0.85


def _led(text: str, begin: int) -> bool:
    """Whether a verb of governing stands before: right away, over a list (建立甲机制、乙机制), or over a long …的."""
    before = text[max(0, begin - 8) : begin]
    while (ours := _OURS.search(before)) is not None:
        before = before[: ours.start()]
    if ending("policy_verbs").search(before):
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
