"""What stands before a number in its clause: who else acts there, or only what is measured.

A subject is carried along (…，员工达到450人) only where the clause leaves it out. Where somebody acts whom no name was
found for (施工人员安装了32台, 合作社有社员468户), the number is theirs, and theirs alone.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from kg.text import lexicon, words

Shape = Literal["bare", "measure", "act", "thing", "stranger"]
"""Nothing before the number; a noun measured by it (产量达); a verb whose subject is left out (新建大棚); a thing that
does something (产品远销); somebody who is not named (村民种下)."""

_PRONOUN = re.compile(
    r"我(?![国市县省区镇们])|各地(?=[^区])|你|您|他|她|大家|自己|有人|人们|不少|许多|很多|有的|一些|两人|二人|谁"
)
_THIS = re.compile(r"(?:这|那|此|该)(?:家|个|座|位|名|条|支|所|款|项|次|批|群|对|户)")
"""Something spoken of that nobody found."""
_LOCAL = re.compile(r"(?:[村店家厂校院社组镇乡城园区库棚山屋馆站]|手|车间|工地|现场)里")
_NAME_TAGS = frozenset({"nr", "nrt", "nrfg", "nz", "nt"})
_SKIPPED = frozenset({"d", "t", "c", "x", "ad", "f", "s", "e", "y", "uj", "ul", "uv", "zg"})
_NOUNS = frozenset({"n", "vn", "l", "j", "eng", "q", "b"})
_STOP = re.compile(r"[，。；：！？、]")
_MARKS = re.compile(r"[“”‘’《》（）、，；：。！？●◆■▲□○\s]+")
_STATE = re.compile(
    r"(?:有|达到?|为|是|占|超过?|突破|增至|降至|升至|增加|增长|减少|下降|提高|提升|降低|上升|上涨|缩短|扩大|翻|增收|"
    r"保持|稳定|维持|恢复|回升|高于|低于|不足|不到|接近|位列?|居|排|列|名列|累计|合计|共计|总计|均|可达|"
    r"全长|长|宽|高|增|降|超|破|近|约|至|到|从|由|在|了|着|过|仅|只|就|已|还|将|可|共|也|都|又)+"
)
_COUNTED = re.compile(r"近?[\d.]+[余多]?[万亿]?[余多]?(?:家|名|位|户|支|所|人|个)(?!的)")
_NP = re.compile(r"(?:(?!\d|年|实现|完成|达|超|增)[^，。；：、]){0,8}")
_SITUATED = re.compile(r"(?:位于|地处|坐落于?|坐落在)[^，]*的")
_ELSEWHERE = re.compile(
    r"在[^，]{2,}(?:区|县|(?<!上)市|镇|乡|村|园|厂|车间|公司|学校|医院|港|店|现场|基地|家中|家里|门口|路|街)[里内中]?"
)
"""A frame whose place nobody found."""
_HOLDS = re.compile(r"[共现仅]?(?:有|拥有|占)")
_SUMMED = re.compile(r"(?:累计|新增|合计|共计|总计|共|总共|平均|人均|户均|年均|日均|亩均)")


@cache
def _agents() -> re.Pattern[str]:
    nouns = "|".join(map(re.escape, lexicon.words("agents")))
    return re.compile(rf"(?:{nouns})(?:们|和|及|、)?$")


def agentive(noun: str) -> bool:
    """Whether a noun is of those who act: 村民, 合作社, 运动员."""
    return bool(_agents().search(noun))


def shape(left: str, counted: bool, alone: bool) -> Shape:
    """The shape of a clause that reads `left` before its number (openers, dates and a named subject cut off).

    `counted`: the number has a measure word of things or people; `alone`: no noun stands behind it.
    """
    if placed := _SITUATED.match(left):
        return "stranger" if left[placed.end() :] else "bare"
    if _points_elsewhere(left):
        return "stranger"
    tokens = [(word, tag) for word, tag in words.tagged(left) if not _MARKS.fullmatch(word)]
    at = next((place for place, (_, tag) in enumerate(tokens) if tag not in _SKIPPED), None)
    if at is None:
        return "bare"
    if _unnamed(left, tokens, at):
        return "stranger"
    tag = tokens[at][1]
    if left.endswith("的"):
        return "bare"
    if tag == "p" or (tag[0] == "v" and tag != "vn"):
        return "act"
    return _with_noun(left, tokens, at, counted, alone)


def _points_elsewhere(left: str) -> bool:
    """这家…, 他…, 村里…, 430家企业…: somebody who was named elsewhere, or never."""
    if _THIS.match(left) or _PRONOUN.match(left) or _LOCAL.match(left):
        return True
    counted = _COUNTED.match(left)
    following = _NP.match(left, counted.end()) if counted else None
    return following is not None and agentive(following[0])


def _unnamed(left: str, tokens: list[tuple[str, str]], at: int) -> bool:
    """Whether a clause begins with a proper name, or a frame with a place, that was not recognised."""
    word, tag = tokens[at]
    if len(word) > 1 and tag in _NAME_TAGS and (not words.known(word) or (tag in ("nz", "nt") and len(word) > 2)):
        return True
    if tag == "ns" and len(word) > 1 and _HOLDS.fullmatch("".join(word for word, _ in tokens[at + 1 :])):
        return True
    return _ELSEWHERE.fullmatch(left) is not None and tokens[-1][1][0] in "nsfj"


def _with_noun(left: str, tokens: list[tuple[str, str]], at: int, counted: bool, alone: bool) -> Shape:
    """The shape of a clause that begins with a noun: by who the noun is and what its verb is."""
    stop = next((i for i in range(at, len(tokens)) if _does(tokens, i, at)), len(tokens))
    noun = "".join(word for word, tag in tokens[at:stop] if tag not in ("t", "uj"))
    rest = "".join(word for word, tag in tokens[stop:] if tag != "d")
    if not alone and agentive(noun) and _HOLDS.match(rest):
        return "stranger"
    if agentive(tokens[at][0]) and left.endswith(("了", "着")):
        return "stranger"
    if not rest or _STATE.fullmatch(rest) or _SUMMED.search(rest):
        return "measure"
    if agentive(noun) and not left.startswith(("这", "此")):
        return "measure" if counted and alone and tokens[-1][1] not in _NOUNS else "stranger"
    while tokens and (tokens[-1][1] == "d" or _STATE.fullmatch(tokens[-1][0])):
        tokens.pop()
    return "measure" if tokens[-1][1] in _NOUNS else "thing"


def _does(tokens: list[tuple[str, str]], place: int, first: int) -> bool:
    """Whether a word is the verb of its clause; a verbal noun is where it stands between who acts and what is done."""
    tag = tokens[place][1]
    if tag != "vn" or place == first or place + 1 == len(tokens):
        return tag in ("v", "p", "d", "i")
    return agentive(tokens[place - 1][0]) and tokens[place + 1][1][0] == "n"


def only_noun(right: str) -> bool:
    """Whether nothing is said of what a number counts before the clause or the item of a list ends."""
    tokens = words.tagged(_STOP.split(right, maxsplit=1)[0])
    return bool(tokens) and not any(tag in ("v", "p", "d", "ad", "z", "i") for _, tag in tokens)


def acts_behind(right: str) -> bool:
    """Whether what a number counts does something to something: (8名)村民围着他, (5家)企业用它的原料."""
    tokens = words.tagged(_STOP.split(right, maxsplit=1)[0])
    stop = next((i for i, (_, tag) in enumerate(tokens) if i and tag in ("v", "p", "d", "vd")), len(tokens))
    verb = next((i for i in range(stop, len(tokens)) if tokens[i][1] == "v"), len(tokens))
    if not agentive("".join(word for word, _ in tokens[:stop])):
        return False
    return any(tag[0] in "nr" or tag == "vn" for _, tag in tokens[verb + 1 :])
