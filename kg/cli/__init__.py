"""The command line: parse, call, print. Nothing here knows how a graph is built or queried."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from kg.cli.messages import say
from kg.cli.parser import parser
from kg.errors import AmbiguousName, KgError, NotBuilt, UnknownName


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is 0, 1 (no such name, no path, not conforming), 2 (wrong use), or 3 (some
    input was rejected, the rest was built).
    """
    for stream in (sys.stdout, sys.stderr):
        # a pipe under LANG=C would otherwise refuse Chinese
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    commands = parser()
    if "_ARGCOMPLETE" in os.environ:
        import argcomplete

        argcomplete.autocomplete(commands)
    options = commands.parse_args(arguments)
    try:
        status = options.run(options)
        sys.stdout.flush()
    except UnknownName as error:
        print(say("unknown", name=error.name), file=sys.stderr)
        if error.nearest:
            print(say("nearest", names="、".join(error.nearest)), file=sys.stderr)
        return 1
    except AmbiguousName as error:
        print(say("ambiguous", name=error.name), file=sys.stderr)
        for id, label in error.candidates:
            print(f"  {id}  {label}", file=sys.stderr)
        return 1
    except NotBuilt as error:
        print(say("not_built", path=str(error)), file=sys.stderr)
        return 2
    except KgError as error:
        print(say("error", message=str(error)), file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print(say("interrupted"), file=sys.stderr)
        return 130
    except BrokenPipeError:
        # the reader (head, less) has seen enough; silence the flush at exit too
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return int(status)
