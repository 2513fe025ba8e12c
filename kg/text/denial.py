"""What a clause says is not so, and what only looks like a denial: 没有向X出口, 停止生产Z; 不仅, 未来, 从未停止.

A word of denial reaches the verb that it governs and no farther. Between the two stand adverbs and prepositional
phrases (没有 | 在去年 | 向某国 | 出口), never another verb (没有停下脚步与某厂合作) nor the end of a relative clause
(没有名气的某厂获奖). Names may have been shrunk to one private-use sign each, so that 未 or 无 in one denies nothing.
"""

from __future__ import annotations

import re

from kg.text import words

NAME = "\ue000-\uf8ff"
"""What names are shrunk to, for use inside a character class."""
PREPOSITIONS = frozenset("与和同跟及向对从在由为给把将于")
_NO = re.compile(
    r"(?P<not>(?<![有淹埋出沉吞湮隐沦罚查抄])没(?:有(?![不没忘多几想关问什最谁])|(?![有收落了命辙过多几想关用费]))|"
    r"(?<![前所])(?:从|尚|并|还|仍|也|均|都|却|而)?未(?:能|曾|获)?(?![不忘来必尝免知经雨有婚央名满及遂病老]|成年|成品|按规|按要|批先)|"
    r"(?<!能)不(?:再|会|能够?|可能|准|许|予|曾|愿意?|肯|想|打算|考虑|允许|同意|具备)(?![不没忘]|忽视|否认|少于?|低于?|只|仅)|"
    r"(?<![舍了恨怪巴来])不得(?![不已了]|少于|低于|超过)|无(?:法|缘|意|权|望|力|一)(?![不忽否])|并不(?![少低]|只|仅|意味)|难以)|"
    r"(?P<copula>(?:并非|(?<![是要无莫能])不是|绝非|不属于|算不上|称不上|谈不上)"
    r"(?![不没首仅只单光]|第一|唯一|偶然|因为|为了|很|吗|说|所有))|"
    r"(?P<act>否认|拒绝|拒不|谢绝|取消|终止|停止|中止|中断|暂停|禁止|严禁|叫停|放弃|退出|杜绝|避免|防止|不再)|"
    r"(?P<bare>(?<![无莫得能可岂何要决从])不(?![断仅但光只止少久锈同论管愧负乏惜过]|妨))"
)
_STOP = re.compile(r"[，；：。！？…\n]")
_TURNS = re.compile(r"[就却但才仅只]|而是|反而|(?<![今此以])后|恢复|仍|依然|除|单[一纯]|以[来前]")
"""Behind these the clause says something else: 没有停工却获得…, 停止供应后恢复生产."""
_BESIDE = re.compile(
    rf"(?:[与和同跟向对从在由为给把被以于按将因]|通过|因为|由于|至)(?:[{NAME}、等]+|[^，。；的{NAME}]{{1,4}})"
    rf"(?:的[^，。；的{NAME}]{{1,4}})?"
)
_BECOMES = re.compile(r"[^的]{0,3}?(?:是|成为|成|作为|属于|列为|被[评认]|评为|纳入)")
_ENDING = re.compile(r"(?:获得|获准|获批|取得|获|有|能)$")
_LIGHT = re.compile(
    "能[够否]?|可以?|得[到以]|会|要|想|愿意?|敢|肯|打算|考虑|计划|准备|同意|允许|批准|授权|进行|实现|继续|直接|成功|开始|被|让|使|"
    "应邀|受邀|派|派出|派员|组织|达成|如[愿期]|再|到|来|去|顺利|正式|邀请|安排|有|曾经?|[予给]以|给予|按时|及时|参与|要求|任何"
)
"""Verbs that hand a denial on to the next one."""
_LIFTED = re.compile(r"[^，。；]{0,4}?(?:限制|禁令|管制|壁垒|歧视|障碍|审批|封锁|制裁)")
"""取消对某国的出口限制 is no end of selling there."""
_WITHOUT = re.compile(r"没有[^。；！？\n]{1,40}?(?:就|便|哪|怎|也)[^。；，]{0,3}?(?:没|不|无|难|有)")
"""没有A的合作就没有B: without A no B, so A there is."""
_ONLY = re.compile(r"(?:并非|(?<!是)不是)(?:只有|仅有|只|仅)$")
_BOUND = re.compile(r"超过|低于|少于|高于|多于|小于|大于|晚于|早于")
_APART = re.compile(r"[，；：。！？…\n的、\d]")


def denies(text: str, low: int, verb: int | None, end: int) -> bool:
    """Whether the words from `low` deny the predicate that begins at `verb` and ends, with its object, at `end`.

    `verb` is None where only the stretch is known that says it. A preposition for a verb (与X…签约) is denied before it
    and before what follows its name.
    """
    hits = list(_NO.finditer(text, low, end if verb is None else verb))
    governing = [h for h in hits if _governs(text, h, verb, end)]
    if verb is not None and text[verb] in PREPOSITIONS:
        hits += (later := list(_NO.finditer(text, verb, end)))
        governing += [h for h in later if _ends_in(text[h.end() : end])]
    if not governing:
        return False
    last = governing[-1]
    if _WITHOUT.match(text, last.start()) or (last["act"] and _LIFTED.match(text, end)):
        return False
    earlier = [h for h in hits if h.end() <= last.start() and h["bare"] is None]
    return not any(_reaches(h, text[h.end() : last.start()]) for h in earlier)


def denies_number(text: str, low: int, at: int) -> bool:
    """Whether the words from `low` deny the number at `at`: 尚未获得300万元, not 未脱贫人口300人 or 没有工作的300人."""
    for hit in _NO.finditer(text, low, at):
        gap = text[hit.end() : at]
        if _APART.search(gap) or len(gap) > 14 or hit["bare"] or (hit["act"] and hit.group() != "不再"):
            continue
        if hit["not"] and _BOUND.match(gap) and hit.group() not in ("没有", "未", "并未"):
            continue
        if "未" in hit.group() and hit.group().endswith("未") and _holds_noun(gap):
            continue
        if not _WITHOUT.match(text, hit.start()):
            return True
    return _ONLY.search(text, low, at) is not None


def _governs(text: str, hit: re.Match[str], verb: int | None, end: int) -> bool:
    if verb is not None:
        return _reaches(hit, text[hit.end() : verb])
    return hit["bare"] is None and _ends_in(text[hit.end() : end])


def _reaches(hit: re.Match[str], gap: str) -> bool:
    """Whether nothing between a word of denial and a verb keeps the two apart."""
    if _STOP.search(gap) or _TURNS.search(gap):
        return False
    if hit["copula"]:
        return True
    if hit["bare"]:
        return not gap
    if hit["not"] and _BECOMES.match(gap):
        return True
    core = _ENDING.sub("", _BESIDE.sub("", gap))
    if "的" in core or len(core) > 12:
        return False
    tags = words.tagged(re.sub(f"[{NAME}]", "X", core))
    if hit["act"] and any(tag[0] == "n" for _, tag in tags):
        return False
    return all(tag[0] != "v" or tag == "vn" or _LIGHT.fullmatch(word) is not None for word, tag in tags)


def _ends_in(gap: str) -> bool:
    """Whether `gap` is one predicate with its names, where it is not known which word of it is the verb."""
    if _STOP.search(gap) or _TURNS.search(gap) or "的" in _BESIDE.sub("", gap):
        return False
    core = re.sub(f"[{NAME}、等“”《》]", "", _BESIDE.sub("", gap))
    if len(core) > 10:
        return False
    return sum(tag == "v" and not _LIGHT.fullmatch(word) for word, tag in words.tagged(core)) < 2


def _holds_noun(gap: str) -> bool:
    """Whether a noun stands behind the verb: 未脱贫人口有300人 counts those who are not, and denies nothing."""
    return any(tag[0] == "n" for _, tag in words.tagged(gap)[1:])
