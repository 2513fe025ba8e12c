"""The command line: parse, call, print. Nothing here knows how a graph is built or queried."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from kg.cli.language import choose
from kg.cli.messages import say
from kg.cli.parser import parser
from kg.errors import AmbiguousName, KgError, NotBuilt, ReadError, UnknownName, UnknownStatement


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is 0, 1 (no such name, no path, not conforming), 2 (wrong use), or 3 (some
    input was rejected, the rest was built).
    """
    for stream in (sys.stdout, sys.stderr):
        # a pipe under LANG=C would otherwise refuse Chinese
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    commands = parser()
    if "_ARGCOMPLETE" in os.environ:
        import argcomplete

        argcomplete.autocomplete(commands)
    options = commands.parse_args(arguments)
    try:
        status = int(options.run(options))
        sys.stdout.flush()
    except BrokenPipeError:
        # the reader (head, less) has seen enough; silence the flush at exit too
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print(say("interrupted"), file=sys.stderr)
        return 130
    except (KgError, OSError) as error:
        return _failed(error)
    return status


def _failed(error: KgError | OSError) -> int:
    """Says what is wrong and what to do about it; returns the exit status."""
    match error:
        case UnknownName():
            lines = [say("unknown", name=error.name)]
            if error.nearest:
                lines.append(say("nearest", names=say("list").join(error.nearest)))
            status = 1
        case UnknownStatement():
            lines = [say("no_statement", wanted=error.wanted)]
            if error.others:
                lines += [say("instead"), *(f"  {id}  {words}" for id, words in error.others)]
            status = 1
        case AmbiguousName():
            lines = [say("ambiguous", name=error.name), *(f"  {id}  {words}" for id, words in error.candidates)]
            status = 1
        case NotBuilt():
            lines, status = [say("not_built", path=str(error))], 2
        case ReadError():
            from kg.cli.commands import reason

            lines, status = [say("error", message=f"{error.source}{say('colon')}{reason(error.reason)}")], 2
        case KgError():
            lines, status = [say("error", message=choose(error.zh, str(error)))], 2
        case _:
            name = f"{error.filename}{say('colon')}" if error.filename else ""
            lines, status = [say("error", message=f"{name}{error.strerror or error}")], 2
    print("\n".join(lines), file=sys.stderr)
    return status
