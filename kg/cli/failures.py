"""What went wrong, in the user's language on standard error, and with `--json` as an object on standard output too."""

from __future__ import annotations

import json
import sys

from kg.cli.arguments import Misuse
from kg.cli.language import choose, english
from kg.cli.messages import say
from kg.errors import AmbiguousName, KgError, NotBuilt, ReadError, UnknownName, UnknownStatement

_NO_SUCH = (UnknownName, UnknownStatement, AmbiguousName)


def failed(error: KgError | OSError | Misuse, as_json: bool) -> int:
    """Says what is wrong and what to do; returns the exit status: 1 for what the graph does not have, else 2."""
    print("\n".join(_lines(error)), file=sys.stderr)
    if as_json:
        print(json.dumps(record(error), ensure_ascii=False, indent=1))
    return 1 if isinstance(error, _NO_SUCH) else 2


def record(error: KgError | OSError | Misuse) -> dict[str, object]:
    """An error for programs, always with the same keys and in English, whatever the user's language."""
    name: str | None = None
    nearest: tuple[str, ...] = ()
    candidates: tuple[tuple[str, str], ...] = ()
    match error:
        case UnknownName():
            name, nearest = error.name, error.nearest
        case UnknownStatement():
            name, candidates = error.wanted, error.others
        case AmbiguousName():
            name, candidates = error.name, error.candidates
        case NotBuilt():
            name = error.what
        case ReadError():
            name = error.source
        case OSError(filename=str() as filename):
            name = filename
    return {
        "error": "OSError" if isinstance(error, OSError) else type(error).__name__,
        "message": _plain(error) if isinstance(error, OSError) else str(error),
        "name": name,
        "nearest": list(nearest),
        "candidates": [{"id": id, "label": words} for id, words in candidates],
    }


def _lines(error: KgError | OSError | Misuse) -> list[str]:
    match error:
        case UnknownName():
            hint = [say("nearest", names=say("list").join(error.nearest))] if error.nearest else []
            return [say("unknown", name=error.name), *hint]
        case UnknownStatement():
            return [say("no_statement", wanted=error.wanted), *_rows(say("instead"), error.others)]
        case AmbiguousName():
            return _rows(say("ambiguous", name=error.name), error.candidates)
        case NotBuilt():
            return [say("not_built", path=error.what)]
        case ReadError():
            return [say("error", message=str(error) if english() else f"{error.source}：{error.reason}")]
        case KgError():
            return [say("error", message=choose(error.zh, str(error)))]
        case Misuse():
            return [f"{error.usage}{error.prog}{say('colon')}{error.said}"]
        case _:
            return [say("error", message=_plain(error, say("colon")))]


def _rows(head: str, rows: tuple[tuple[str, str], ...]) -> list[str]:
    return [head, *(f"  {id}  {words}" for id, words in rows)] if rows else []


def _plain(error: OSError, colon: str = ": ") -> str:
    return f"{error.filename}{colon}{error.strerror}" if error.filename else str(error.strerror or error)
