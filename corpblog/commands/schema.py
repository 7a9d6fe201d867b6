"""``corpblog schema``: what editors and checkers need to know about the files of a site."""

import argparse

from corpblog.report.terminal import say

NAMES = (
    *("config", "post", "author", "page", "comment", "diagnostics"),
    *("relations", "claims", "names", "images", "topics", "certifications", "boilerplate"),
)
SUMMARY = "Print the JSON Schema of a format, made from the same records that check the files."
EXAMPLES = """\
formats
  config          corpblog.yml
  post            the keys above a post
  author          the keys above a profile
  page            the keys above a page
  comment         a file of comments/
  diagnostics     what --format json prints
  relations       registers/relations.yml: ties with other companies
  claims          registers/claims.yml: what the company says, with its proof
  names           registers/names.yml: names that are no jargon
  images          registers/images.yml: rights in pictures
  topics          registers/topics.yml: topics that a role approves
  certifications  registers/certifications.yml: labels that may be shown
  boilerplate     registers/boilerplate.yml: sentences that may be repeated

examples
  corpblog schema post > post.schema.json
  corpblog schema config > corpblog.schema.json
"""


def add_words(parser: argparse.ArgumentParser) -> None:
    """The name of the format."""
    parser.add_argument("name", metavar="FORMAT", choices=NAMES, help=", ".join(NAMES))


def run(words: argparse.Namespace) -> int:
    """Print the schema that was asked for."""
    import json

    say(json.dumps(_schema(words.name), indent=2, ensure_ascii=True) + "\n")
    return 0


def _schema(name: str) -> dict[str, object]:
    if name == "diagnostics":
        from corpblog.report.as_json import schema

        return schema()
    from corpblog.read.schema import json_schema

    return json_schema(name)
