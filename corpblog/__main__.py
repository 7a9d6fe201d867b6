"""``python -m corpblog``, and what the installed command runs."""

import sys

from corpblog.cli import main as run


def main() -> int:
    """Obey the words of this process; the exit code."""
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
