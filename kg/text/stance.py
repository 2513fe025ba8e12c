"""Whether a clause states, plans or denies: 将建成, 力争达到, 并非."""

from __future__ import annotations

import re

from kg.model.claim import Modality

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
_GOAL = re.compile(
    r"力争|争取|目标是?|确保(?=[到全年今])|下一步|今后|未来[\d一二三四五十几]+年|拟(?=投资|建设|定)|到(?:20\d\d年|"
    r"“?十[四五六]五”?)[^，。；]{0,4}(?=，|[^，。；已]{0,12}(?:达|力争|实现|建|形成|培育|超|突破|完成|提|基本))"
)
_DONE = re.compile(r"已经?|目前|截至|现有|完成了|实现了|达到了|累计|去年|近年来")
_DENIED = re.compile(
    r"尚未|从未|(?<![从史尚])未(?:能|曾|获|达|完成|实现|超过)|没有(?=\d|达到?|超过|完成|实现|获得|拿到|增加|"
    r"减少)|并非|并不(?!少|低)|不再|无法|取消了?"
)
_DOUBLE = re.compile(r"(?:不|没有|无)(?:得|能|可)?不|没有不|无不|莫不|不少于|不低于|不断|不仅|不止|不到|不足|不超过")
_REPORTED = re.compile(r"(?:据称|据报道|据传|有消息称|传闻|有媒体报道|声称|据.{2,12}(?:报道|估算|预测))")


def modality(text: str, start: int, end: int) -> Modality:
    """How the clause around `text[start:end]` is meant. A plan holds through its sentence until something done is told.

    `denied` needs its word in the very clause, before the span; `reported` only for claims the text itself passes on.
    """
    low = _last(_STOP, text, start)
    sentence = _last(_SENTENCE, text, start)
    stop = _STOP.search(text, end)
    own, before = text[low:end], text[sentence:low]
    tail = text[end : stop.start() if stop else len(text)]
    if _WILL.search(own) or _GOAL.search(own) or _WILL.match(tail):
        return "planned"
    if _DENIED.search(_DOUBLE.sub("", text[low:start])):
        return "denied"
    if _plans(before) and not _DONE.search(own):
        return "planned"
    return "reported" if _REPORTED.search(text, sentence, start) else "asserted"


def _plans(before: str) -> bool:
    """Whether the earlier clauses of the sentence open a plan that nothing done has closed."""
    hits = [hit.end() for pattern in (_GOAL, _WILL) for hit in pattern.finditer(before)]
    return bool(hits) and not _DONE.search(before, max(hits))


def _last(pattern: re.Pattern[str], text: str, before: int) -> int:
    """End of the last stop before a position, looking back no further than 400 characters."""
    low = max(0, before - 400)
    return max((hit.end() for hit in pattern.finditer(text, low, before)), default=low)
