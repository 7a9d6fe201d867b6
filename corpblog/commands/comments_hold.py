"""``corpblog comments hold``: a reply that promises an answer until a day."""

import argparse
from datetime import date

from corpblog.commands.comments_reply import add_target_words, answer_with

SUMMARY = """\
Tell a reader by when an answer comes. A holding reply stops the clock until that day: at most
ten business days, and once for each comment. It is a promise; the linter tells when it is late."""
EXAMPLES = """\
examples
  corpblog comments hold 20261110T081500-isso-12 --author jana-weiss --until 2026-11-20
  echo "We ask the lab; you hear from me by Friday." |
    corpblog comments hold ID --author jana-weiss --until 2026-11-20 --file -
"""


def add_words(parser: argparse.ArgumentParser) -> None:
    """To what, by whom, until when."""
    add_target_words(parser)
    parser.add_argument(
        "--until", metavar="DATE", type=day, required=True, help="last day, such as 2026-11-20"
    )


def run(words: argparse.Namespace) -> int:
    """Write the holding reply."""
    return answer_with(words, until=words.until)


def day(text: str) -> date:
    """A day as people write it in ISO's form."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"“{text}” is no day; expected one such as 2026-11-20"
        ) from None
