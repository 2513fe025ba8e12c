"""Policies that their shape gives away: titles in 《》, formulas, quotations after a verb, rows, sweeps, sums."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.recognise import rows
from kg.recognise.hit import Hit
from kg.text import lexicon

NEXT = re.compile(
    r"[，。；：、！？,;:!?\n\s”’」》）)（(]|[的等是在于为以将已和与及之有后上]"
    r"|启动|实施|落地|施行|全覆盖|取得|进行|基础|期间|方面|开展|登场|见效|\Z"
)
"""What may follow the name of a policy."""
_TITLE = re.compile(r"《([^《》\n]{2,80})》")
_WORK = re.compile(
    r"(?:电影|纪录片|电视剧|影片|剧|歌曲|歌|小说|图书|专著|著作|诗集|散文|栏目|节目|杂志|期刊|专栏|一书|动画片|绘本|油画|国画|舞蹈|作品"
    r"|短片|文章|论文|社论|题为|报道)$"
)
_TAIL = re.compile(r"[（(].*$")
_QUOTES = (re.compile(r"“([^“”\n]{2,36})”"), re.compile(r"‘([^‘’\n]{2,36})’"))
_LISTED = re.compile(
    r"^[一二三四五六七八九十百两]{1,2}[大项新个][\u3400-\u9fff]{0,4}(?:工程|攻坚|攻坚战|行动|布局|战役|计划)$"
)
_FORMULA = re.compile(
    r"^一([\u3400-\u9fff])一(?!\1)(?:[品策园院链业企特案档人长牌网站]|专班|专员|方案|对策|团队|专家)$"
)
_NOT_FORMULA = re.compile(r"[”’]?(?:示范|企业|[村镇县](?!一)|专项)")
_ROW = re.compile(r"(?:行动|工程|计划|模式|机制|改革|政策|制度|战略|方案|工作法|倡议)$")
_NUMERIC = re.compile(
    r"(?![三五]农|三[夏秋资包]|四风|三公|五[险一]|十一|[六七八]一|双1|一老|十[二三四五六]五)"
    r"[一两二三四五六七八九十]+[\u3400-\u9fff个]"
)
_DUTY = re.compile(r"(?:[“‘][^“”‘’\n]{2,10}[”’]、?){0,3}(?:工作|任务|政策|要求|方针|制度|机制|目标任务|举措|行动)")
_SWEPT = (
    "大(?:走访|排查|整治|调研|检查|清理|整改|清查|起底|学习|讨论|培训|比武|练兵|宣讲|攻坚|督查|督导|巡查|普查|摸底|化解|提升|会战|接访|下访|征集"
    "|宣传|服务|拜访|帮扶|清扫|清洗|消杀|筛查|巡检|体检|曝光|反思|评议|监督)"
)
_SWEEP = re.compile(rf"{_SWEPT}(?:、{_SWEPT}){{1,5}}")
_SUM = re.compile(
    r"(?<=[，。；：、过用取了行广立索成以照的“‘])[\u3400-\u9fff]{2,8}(?:(?:[+＋][\u3400-\u9fff]{2,8}){1,4}的?|加[\u3400-\u9fff]{2,5}的)"
    r"(?:[\u3400-\u9fff]{2,4})?模式"
)
_EMPTY_TITLE = re.compile(
    r"(?:实施|工作|行动|总体|若干|暂行|管理|试行)?(?:方案|办法|意见|通知|条例|规定|细则|决定|规划|计划|纲要|措施|报告|公告|通报|协议"
    r"|规则|准则|指南|标准|倡议书?|声明|宣言|公约|章程|建议|手册)"
)
_NOT_NAMED = (*"率力感题关账牌梦墙桥路", "桥头堡", "样板", "答卷", "钥匙", "引擎")


@cache
def ending(name: str) -> re.Pattern[str]:
    """The words of a lexicon as the end of a string."""
    return re.compile("(?:" + "|".join(map(re.escape, lexicon.words(name))) + ")$")


def documents(text: str) -> Iterator[Hit]:
    """Titles of documents; 《办法》, by which a text only comes back to one that it has named, is none."""
    for match in _TITLE.finditer(text):
        title = _TAIL.sub("", match.group(1))
        if _EMPTY_TITLE.fullmatch(title) or _WORK.search(text[max(0, match.start() - 6) : match.start()]):
            continue
        if ending("document_kinds").search(title):
            yield Hit(match.start(), match.end(), 0.95, "document")


def quoted(text: str) -> Iterator[Hit]:
    """A quotation that is the whole object of a verb of governing, or a formula (一县一策)."""
    for pattern in _QUOTES:
        for match in pattern.finditer(text):
            inner = match.group(1)
            if _FORMULA.match(inner):
                if not _NOT_FORMULA.match(text, match.end()):
                    yield Hit(match.start() + 1, match.end() - 1, 0.75, "formula")
                continue
            if all(_FORMULA.match(part) for part in re.split("[、，]", inner)):
                yield Hit(match.start(), match.end(), 0.75, "formula")
                continue
            if len(inner) <= 9 and _NUMERIC.match(inner) and _DUTY.match(text, match.end()):
                yield Hit(match.start(), match.end(), 0.75, "quoted")
                continue
            at = match.start(1)
            parts = inner.split("、")
            if all(_LISTED.match(part) for part in parts):
                for part in parts:
                    yield Hit(at, at + len(part), 0.75, "counted")
                    at += len(part) + 1
                continue
            if (
                not NEXT.match(text, match.end())
                or text.startswith("的", match.end())
                or not 3 <= len(inner) <= 16
                or inner.endswith(_NOT_NAMED)
            ):
                continue
            if ending("policy_carriers").search(text[max(0, match.start() - 6) : match.start()]):
                yield Hit(match.start(), match.end(), 0.6, "quoted")


def shaped(text: str) -> Iterator[Hit]:
    """Names of a shape: rows (“甲”“乙”等行动), sweeps (大走访、大排查), sums (公司+农户的模式)."""
    yield from (Hit(start, end, 0.7, "quoted") for start, end in rows.quoted(text, _ROW))
    yield from (Hit(match.start(), match.end(), 0.7, "quoted") for match in _SWEEP.finditer(text))
    yield from (Hit(match.start(), match.end(), 0.7, "formula") for match in _SUM.finditer(text))
