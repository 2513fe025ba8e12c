"""Nouns that stand for the last named thing of a type: 该公司, 园区, 本次活动."""

from __future__ import annotations

import re
from functools import cache

from kg.text import lexicon


@cache
def stand_ins() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]], dict[str, str]]:
    """A pattern for such nouns, the types of each, and when each does without 该 (ontology/lexicon/topic_nouns.tsv)."""
    types = {row[0]: tuple(row[1].split()) for row in lexicon.rows("topic_nouns")}
    alone = {row[0]: row[2] for row in lexicon.rows("topic_nouns") if len(row) > 2}
    words = "|".join(map(re.escape, lexicon.words("topic_nouns")))
    pattern = re.compile(
        rf"(?P<this>该|这一|这个|本次|此次|本届|此届|这项|这条|这家|"
        rf"本)?(?P<noun>{words})(?![类型化名级数总家员区链制生、])"
    )
    return pattern, types, alone
