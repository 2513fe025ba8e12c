"""Whether words read as the name of a measure, and where the noun behind a number ends.

A metric must say by itself what is measured: 票价, 新建大棚, 户均分红. What is left of a sentence (以及新鲜,
员工中, 每年在) is no metric, and a number without one is not told.
"""

from __future__ import annotations

import re
from functools import cache

from kg.extract.clause_shape import agentive
from kg.text import lexicon, words

_STOP = re.compile(r"[，。；：！？…\n《]|——|（")
_RELATIVE = re.compile(r"[^，。；：！？、\d]{2,14}的(?=[^，。；：、的]{1,8})")
_OWNED = re.compile(r"的[^，。；：、的\d]{2,6}$")
_QUOTES = str.maketrans("", "", "“”‘’")
_NO_HEAD = frozenset({"p", "c", "y", "e", "o", "uj", "ul", "uz", "ug", "ud", "uv"})
_BATCH = re.compile(r"[前首第]?[一二三四五六七八九十两几]?批$")
_NO_TAIL = frozenset({"p", "c", "y", "f", "r", "d", "uj", "ul", "uz", "ug"})
_NO_NOUN = frozenset({"d", "p", "c", "uj", "y", "r", "ul", "uz", "ug", "m", "mq"})
_TELLING = frozenset({"v", "i", "z", "d", "ad"})
_NOMINAL = frozenset("nvjbl")
_REACHES = frozenset(
    (
        *"以至到并达有为是均",
        "全部",
        "户均",
        "人均",
        "年均",
        "亩均",
        "突破",
        "达到",
        "超过",
        "实现",
        "增长",
        "同比",
        "环比",
        "累计",
        "合计",
    )
)
_OF_PLACE = ("每", "各", "中", "里", "之", "方面", "领域", "期间", "相当于")
_MUTE = frozenset({"p", "c", "d", "r", "m", "q", "f", "t", "y", "uj", "ul", "uz", "ug", "x", "mq"})
_ASIDE = re.compile(r"（(?:以下|简称|下称|又称|即|含|原|其中)[^（）]*）|^[^（]*）|（[^（）]*$")
_DIVISIONS = frozenset("省市县区乡镇村")
_LONG = 40


@cache
def _strays(where: str) -> frozenset[str]:
    return frozenset(row[0] for row in lexicon.rows("metric_strays") if row[1] in (where, "both"))


@cache
def _empty(how: str) -> frozenset[str]:
    return frozenset(row[0] for row in lexicon.rows("metric_empty") if row[1] == how)


def generic(name: str) -> bool:
    """Whether a noun alone says nothing of what is measured: 企业, 数据."""
    return name in _empty("whole")


def noun(text: str, start: int, limit: int, acted: bool = False) -> str:
    """The noun that a number counts, where it stands behind it: (8家)科技型企业落户 → 科技型企业.

    A relative clause stays with its noun: (4家)接待医护的酒店 → 接待医护的酒店. Where a verb governs it (`acted`), what
    follows belongs to it too: 完成(100个)设备采购工作.
    """
    text = text[start:limit]
    if text[:1] in _DIVISIONS and text[1:2] == text[:1]:
        return text[0]
    text = _STOP.split(text, maxsplit=1)[0].split("、", 1)[0].translate(_QUOTES)
    text = re.sub(r"^(?:以上|以下|左右|级|以内|多)?的?", "", text)
    relative = _RELATIVE.match(text)
    begin = relative.end() if relative and any(tag in _TELLING for _, tag in words.tagged(relative[0])) else 0
    tokens = words.tagged(text[begin:])
    taken: list[str] = []
    for place, (word, tag) in enumerate(tokens):
        following = tokens[place + 1][1] if place + 1 < len(tokens) else ""
        if tag == "c" and word in ("和", "及", "以及") and following:
            if following[0] not in _NOMINAL or not taken:
                return ""
        elif (word == "地" and place + 1 == len(tokens)) or (tag == "m" and taken and following[:1] == "n"):
            pass
        elif tag in _NO_NOUN or word in _REACHES or not (acted or _nominal(tokens, place) or _ends_so(tokens, place)):
            break
        taken.append(word)
    head = "".join(taken)
    if taken and text[begin + len(head) : begin + len(head) + 1] in ("了", "着", "过"):
        taken.pop()
    head = "".join(taken).rstrip("和及")
    if head and not agentive(head) and (owner := _OWNED.match(text, begin + len(head))):
        return text[: owner.end()]
    return text[:begin] + head if head else ""


def _nominal(tokens: list[tuple[str, str]], place: int) -> bool:
    """Whether a word may stand in a noun: a verb only before its noun at the beginning (新录用人员, 出口订单)."""
    tag = tokens[place][1]
    if tag[0] != "v" or tag == "vn":
        return tag != "i"
    following = tokens[place + 1][1] if place + 1 < len(tokens) else ""
    return following[:1] in ("n", "v") and (place == 0 or tokens[place - 1][0] in ("新", "拟", "在", "待", "未", "已"))


def _ends_so(tokens: list[tuple[str, str]], place: int) -> bool:
    """Whether verb and noun close a compound (专项 + 协调小组), not a sentence (企业 + 签订协议)."""
    if tokens[place][1] != "v" or place + 2 != len(tokens) or tokens[-1][1] != "n":
        return False
    return not agentive("".join(word for word, _ in tokens[:place]))


def sound(name: str) -> str:
    """`name` without stray words at its ends, or "" where what is left does not say what is measured."""
    tokens = words.tagged(_ASIDE.sub("", name).lstrip("●◆■▲★※□○—-"))
    while tokens and tokens[0][0] in _strays("start"):
        tokens.pop(0)
    while tokens and (tokens[-1][0] in _strays("end") or (tokens[-1][1] == "d" and len(tokens) > 1)):
        tokens.pop()
    name = "".join(word for word, _ in tokens)
    if name in _DIVISIONS:
        return name
    if not 2 <= len(name) <= _LONG or generic(name) or re.search("[：；。！？]", name):
        return ""
    if any(word in _empty("anywhere") for word, _ in tokens):
        return ""
    if tokens[0][1] in _NO_HEAD and not _governs(tokens):
        return ""
    if _hangs(tokens):
        return ""
    if name.endswith(_OF_PLACE) or _BATCH.search(name) or "相当于用" in name:
        return ""
    return name if any(tag not in _MUTE and len(word) > 1 for word, tag in tokens) or len(name) == 2 else ""


def _hangs(tokens: list[tuple[str, str]]) -> bool:
    """Whether the last word wants another: 与, 通过了, 职工中; but not 省下, 居全省第."""
    word, tag = tokens[-1]
    if tag not in _NO_TAIL or len(word) > 1 or word in ("前", "后", "第", "比", "于", "低"):
        return False
    return not (tag == "f" and len(tokens) > 1 and tokens[-2][1][0] == "v")


def _governs(tokens: list[tuple[str, str]]) -> bool:
    """对东盟出口, 为企业减负: a preposition may begin a metric whose verb follows; 根据合同, 与客户 say nothing."""
    if tokens[0][0] in ("根据", "按照", "经过", "通过", "由于", "关于", "由", "被", "随着", "围绕", "以", "当"):
        return False
    verbs = [place for place, (word, tag) in enumerate(tokens) if tag[0] == "v" and word not in ("有", "是", "到")]
    return bool(verbs) and verbs[-1] > 1
