"""Which version runs; apart from everything else, so that asking for it loads nothing."""

from __future__ import annotations


def program_version() -> str:
    """Version of the installed distribution; "0+source" where the code runs uninstalled."""
    # importlib.metadata takes longer to import than most commands take to answer
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("situ-kg")
    except PackageNotFoundError:
        return "0+source"
