"""Whether a clause states, plans, denies or passes on: 将建成, 力争达到, 并未获得, 据称."""

from __future__ import annotations

import re

from kg.model.claim import Modality
from kg.text import words
from kg.text.denial import NAME, PREPOSITIONS, denies, denies_number

_STOP = re.compile(r"[，；：。！？…\n]")
_SENTENCE = re.compile(r"[；。！？…\n]")
# 将 is 'will' before an adverb or verb and 'take' before a noun (将3项指标列入…)
_WILL = re.compile(
    r"(?<![即可能须需会应])将(?:会|要|于|在|再|继续|进一步|持续|陆续|逐步|全面|全力|全部|大力|有|可|实现|"
    r"达到?|超过?|突破|新增|增加?|建成?|"
    r"建设|投入|投资|投产|形成|成为|带动|打造|完成|开展|开工|启动|启用|安排|引进|推进|推动|推出|实施|提供|"
    r"提升|提高|举办|举行|力争|"
    r"培育|培养|发放|采取|采用|为|给予|拥有|覆盖|服务|竣工|交付|通车|落地|近|不低于|降低?|减少|缩短|迎来|聘用|"
    r"招聘|招收|选拔|分|由)"
    r"|即将|拟(?=[在投建新对于安引招聘将以从])|计划(?=[在到于今明投建总年用新实完招引安]|\d)|预计|有望|"
    r"正?谋划(?=建设|实施|推进|\d)|规划(?=建设|总?投资|总?占地|面积|到)|"
    r"届时|(?:建成|投产|达产|竣工|完工|投用|投运|达效|落地|运营)(?:达效|投产|达产|投用|使用|运营)?后|可望|将会"
)
_AIM = (
    r"力争|争取(?!到|了|来)|(?<!为)目标(?=是|为|：|到|在|[产总营年投销达实突]|\d)|确保(?=[到全年今])|下一步|今后|未来[\d一二三四五十几]+年|"
    r"拟(?=投资|建设|定)"
)
_GOAL = re.compile(
    rf"{_AIM}|到(?:(?P<year>20\d\d)年|“?十[四五六]五”?)[^，。；]{{0,4}}(?=，|[^，。；已]{{0,12}}(?:达|力争|实现|建|形成|培育|超|"
    r"突破|完成|提|基本))"
)
_INTENDS = re.compile(
    r"(?<![可能须需会应名小大老健干麻虎武主])将(?![军士领近至相帅门原])|拟(?!定|人|态|合|订|稿|认|命名|推荐|评|授|表彰|入)|"
    r"(?<![按照动项度展作产五此该的])计划(?=[在到于今明投建总年用新实完招引安与向出将由对联合签生推参举组设收赴成从开扩继进]|\d)|"
    r"打算|准备(?!会|工作|阶段|就绪)|有意(?=[与向在和同])|意向"
)
"""Before the very verb of a relation also these are plans; elsewhere too many of them are nouns."""
_TAKES = re.compile(
    r"[^，。；]{1,8}?的[^，。；的]{1,14}?(?:用[到于在作]|投[入到向]|列[入为]|作为|打造|转化|变[成为]|送|交给|捐|纳入|放[在到]|搬|融入|"
    r"分[给为])"
)
"""Behind a 将 that takes what somebody has or makes: 将挣来的钱用于…."""
_DONE = re.compile(r"已经?|目前|截至|现有|完成了|实现了|达到了|累计|去年|近年来")
_SINCE = re.compile(r"(?:从|自|由|截至)[^，。；]{0,10}$")
_PAST = re.compile(r"去年|前年|昨[天日晚]|上[年月周]|曾|先后|就(?=争取|力争)|(?<![到至])(?P<year>20\d\d)年")
_SOFT = re.compile(r"争取|力争|目标|确保")
_RELATIVE = re.compile(rf"的[“”‘’《]?[{NAME}]")
_BESIDE = re.compile(rf"(?:[与和同跟向对从在由为给把以于]|通过)[^，。；的]{{1,8}}的[“”《]?[{NAME}]?")
_INNER = re.compile(rf"[^，。；的{NAME}]{{2}}(?:[^，。；的{NAME}]{{0,4}}[{NAME}]+)?的[{NAME}]")
"""A verb that stands in a relative clause: 举行 in 在某市举行的某会, 位于 in 位于某市的某厂."""
_RESULT = re.compile(rf"[^，。；{NAME}]{{1,4}}了(?!解)")
_REPORTED = re.compile(r"(?:据称|据报道|据传|有消息称|传闻|有媒体报道|声称|据.{2,12}(?:报道|估算|预测))")


def modality(text: str, start: int, end: int, today: str | None = None) -> Modality:
    """How the number at `text[start:end]` is meant. A plan holds through its sentence until something done is told.

    `reported` only for what the text itself passes on; `today` (ISO) tells a goal from a year gone by (到2019年).
    """
    low, sentence = _last(_STOP, text, start), _last(_SENTENCE, text, start)
    stop = _STOP.search(text, end)
    tail = text[end : stop.start() if stop else len(text)]
    if denies_number(text, low, start):
        return "denied"
    if _aims(text, sentence, low, end, today) or _WILL.match(tail):
        return "planned"
    if _carried(text, sentence, low, today) and not _DONE.search(text, low, end):
        return "planned"
    return "reported" if _REPORTED.search(text, sentence, start) else "asserted"


def of_predicate(text: str, start: int, end: int, verb: int | None, today: str | None = None) -> Modality:
    """How the relation that `text[start:end]` states is meant; `verb` is where its predicate word begins, if known.

    Only what governs that very word plans or denies it, in its own clause or, for plans, carried on from an earlier
    one: 将服务于X的Y公司获得Z has a winner. Names are best shrunk to one private-use sign each.
    """
    at = max(start, end - 1) if verb is None else verb
    low, sentence = _last(_STOP, text, at), _last(_SENTENCE, text, at)
    if denies(text, low, verb, end):
        return "denied"
    reach = end if verb is None or text[verb] in PREPOSITIONS else verb
    inner = verb is not None and _INNER.match(text, verb, end) is not None
    since = _clause_within(text, low, verb) if verb is not None and inner else low
    planned = _aims(text, sentence, since, reach, today, verb) or _intends(text, since, reach)
    if not planned and not inner and not _DONE.search(text, low, end):
        planned = _carried(text, sentence, low, today, opened=_opens(text, low))
    if planned and not (verb is not None and _RESULT.match(text, verb)):
        return "planned"
    return "reported" if _REPORTED.search(text, sentence, min(start, at)) else "asserted"


def _clause_within(text: str, low: int, verb: int) -> int:
    """Where a relative clause begins that describes the object of another verb: behind 参加 in 参加在某市举行的某会."""
    place = begin = low
    for word, tag in words.tagged(re.sub(f"[{NAME}]", "X", text[low:verb])):
        place += len(word)
        begin = place if tag == "v" else begin
    return begin


def _aims(text: str, sentence: int, low: int, high: int, today: str | None, verb: int | None = None) -> bool:
    """Whether a plan that begins in `text[low:high]` reaches its end."""
    for pattern in (_WILL, _GOAL):
        for hit in pattern.finditer(text, low):
            if hit.start() >= high:
                break
            if _real(text, hit, sentence, today) and not (verb and _closed(text[hit.end() : verb])):
                return True
    return False


def _intends(text: str, low: int, high: int) -> bool:
    """将 before a verb, 拟, 打算 … that reach a predicate at `high`."""
    for hit in _INTENDS.finditer(text, low, high):
        gap = text[hit.end() : high]
        if _closed(gap):
            continue
        if hit.group() != "将" or _acts(text, hit.end()):
            return True
    return False


def _acts(text: str, at: int) -> bool:
    """Whether 将 is 'will' at its end `at`: before a verb, an adverb, a preposition, not the thing that is taken."""
    behind = text[at : at + 8]
    if not behind or _TAKES.match(text, at) or re.match(f"[{NAME}“《]", behind):
        return False
    tag = words.tagged(re.sub(f"[{NAME}]", "X", behind))[0][1]
    return tag == "ad" or tag[0] in "vdpt"


def _closed(gap: str) -> bool:
    """Whether what a plan began is over: at the end of a relative clause, or where something done is told."""
    return bool(_RELATIVE.search(_BESIDE.sub("", gap)) or _DONE.search(gap))


def _real(text: str, hit: re.Match[str], sentence: int, today: str | None) -> bool:
    """Whether a word of aiming speaks of what is to come: neither 从2015年到2019年 nor 去年就争取资金3亿元."""
    this = int(today[:4]) if today else None
    year = hit.groupdict().get("year")
    if hit.group().startswith("到"):
        low = max(sentence, hit.start() - 14)
        return not _SINCE.search(text[low : hit.start()]) and not (year and this and int(year) < this)
    if not _SOFT.match(hit.group()):
        return True
    gone = list(_PAST.finditer(text, sentence, hit.end()))
    return all(p["year"] and not (this and int(p["year"]) < this) for p in gone)


def _carried(text: str, sentence: int, low: int, today: str | None, opened: bool | None = None) -> bool:
    """Whether the earlier clauses of the sentence open a plan that nothing done has closed.

    Where the clause opens with a subject of its own, only what frames the whole sentence (到2027年, 力争) is carried;
    where it is known to have none (`opened` is false), any 将 before a verb is.
    """
    hits = [
        hit.end()
        for pattern in ((_GOAL,) if opened else (_GOAL, _WILL))
        for hit in pattern.finditer(text, sentence, low)
        if _real(text, hit, sentence, today)
    ]
    if opened is False:
        hits += [h.end() for h in _INTENDS.finditer(text, sentence, low) if h.group() == "将" and _acts(text, h.end())]
    return bool(hits) and not _DONE.search(text, max(hits), low)


def _opens(text: str, low: int) -> bool:
    return bool(re.match(f"[“]?[{NAME}]", text[low : low + 2]))


def _last(pattern: re.Pattern[str], text: str, before: int) -> int:
    """End of the last stop before a position, looking back no further than 400 characters."""
    low = max(0, before - 400)
    return max((hit.end() for hit in pattern.finditer(text, low, before)), default=low)
