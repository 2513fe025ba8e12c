"""The command line: parse, call, print. Nothing here knows how a graph is built or queried."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from kg.cli.arguments import Misuse
from kg.cli.failures import failed
from kg.cli.messages import say
from kg.cli.parser import parser
from kg.errors import KgError


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
    try:
        options = commands.parse_args(arguments)
        status = int(options.run(options))
        sys.stdout.flush()
    except Misuse as misuse:
        # the options of a command line that cannot be parsed are not known
        return failed(misuse, "--json" in (sys.argv[1:] if arguments is None else arguments))
    except BrokenPipeError:
        # the reader (head, less) has seen enough; silence the flush at exit too
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print(say("interrupted"), file=sys.stderr)
        return 130
    except (KgError, OSError) as error:
        return failed(error, options.json)
    return status
