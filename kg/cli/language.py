"""Which language the user reads: Chinese, or English with `KG_LANG=en`."""

from __future__ import annotations

import os


def english() -> bool:
    """Whether the user asked for English."""
    return os.environ.get("KG_LANG", "").lower().startswith("en")


def choose(zh: str, en: str) -> str:
    """One of two wordings."""
    return en if english() else zh
