"""``python -m corpblog``, and what the installed command runs."""

import os
import sys
from typing import NoReturn

from corpblog.cli import main as run


def main() -> NoReturn:
    """Obey the words of this process and end it with the exit code.

    Everything is written and closed by then. To take the records of a large site apart one by one
    would only cost time, so the process ends at once.
    """
    code = run(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            try:
                stream.flush()
            except OSError:
                code = code or 2
    os._exit(code)


if __name__ == "__main__":
    main()
