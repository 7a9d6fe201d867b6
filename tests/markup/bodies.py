"""Bodies to convert: snippets for random ones, and the real ones of the sample archives."""

import re
import tarfile
from functools import lru_cache
from pathlib import Path

from hypothesis import strategies as st

CORPORA = Path(__file__).parent.parent / "corpora"
_POST = re.compile(r"/(?:_posts|content/blog)/[^/]+\.md$")
_FRONT_MATTER = re.compile(r"---\r?\n.*?\n---\r?\n", re.DOTALL)

SNIPPETS = (
    "plain words",
    "Grüße aus Köln 😀 e\u0301",
    "[inline](other.md)",
    '[titled](a%20b.md "A title")',
    "[spaced](<a b.md>)",
    "[brackets](a(b)c.md)",
    "[escaped](a\\*b.md)",
    "[entity](?a=1&amp;b=2)",
    "[umlaut](grüße.md#über)",
    "[empty]()",
    "[full][ref]",
    "[ref]",
    "[Ref][]",
    "[unknown][nowhere]",
    "<https://example.org/?a=1&b=2>",
    "<me@example.org>",
    "![picture](bild.png)",
    '![captioned](bild.png "Caption")',
    "![alt with [link](inner.md)](outer.png)",
    "[![linked picture](small.png)](large.html)",
    "![by reference][pic]",
    "`[code](not.md)`",
    "`` ` <a href='not.md'> ``",
    "```html\n<a href='not.md'>\n```",
    "    <img src='not.png'>",
    "<!-- <a href='not.md'> -->",
    "text <!-- [not](not.md) --> text",
    '<a href="raw.md">raw</a>',
    "<a href=bare.md>bare</a>",
    "<A HREF='single.md' title='a > b'>single</A>",
    '<img src="raw.png" alt="x < y" srcset="one.png 1x, two.png 2x">',
    '<div>\n<video poster="p.png"><source src="v.mp4"></video>\n</div>',
    "<script>let a = '<a href=\"not.md\">'</script>",
    "<textarea><a href='not.md'></textarea>",
    "a <script> that [never](ends.md)",
    "<iframe src=x></iframe >",
    "> [quoted](quoted.md)",
    "> <a\n> href='over-lines.md'>lines</a>",
    "- [item](item.md)\n- [ ] task [open](open.md)",
    "1. one\n\n   [deep](deep.md)",
    "| a | b |\n|---|---|\n| [cell](cell.md) | `\\|` |",
    "## Heading with [link](in-heading.md)",
    "# First heading {#first}",
    "noted[^n] and again[^n]",
    "[^n]: a note with a [link](note.md)",
    "[^unused]: never called [lost](lost.md)",
    "~~gone~~ **bold** *[soft](soft.md)*",
    "<https://youtu.be/dQw4w9WgXcQ>",
    "[youtube](https://www.youtube.com/watch?v=dQw4w9WgXcQ)",
    "a \\[not a link\\](not.md) &lt;a href='not.md'&gt;",
    "<?php echo '<a href=\"not.md\">' ?>",
)
DEFINITIONS = '\n\n[ref]: target.md "T"\n[pic]: <pic ture.png>\n'

documents = st.lists(
    st.tuples(st.sampled_from(SNIPPETS), st.sampled_from(("\n\n", "\n", " ", "\r\n", "\r\n\r\n"))),
    max_size=8,
).map(lambda parts: "".join(part + gap for part, gap in parts) + DEFINITIONS)


@lru_cache(maxsize=1)
def real_bodies() -> tuple[tuple[str, str], ...]:
    """Name and body of each post of the two samples of Markdown blogs."""
    posts: list[tuple[str, str]] = []
    for sample in ("18f-sample", "codefor-de-sample"):
        archive = CORPORA / f"{sample}.tar.gz"
        assert archive.is_file(), f"the sample archive {archive} is missing from the checkout"
        with tarfile.open(archive) as packed:
            for member in packed:
                file = packed.extractfile(member) if _POST.search(member.name) else None
                if file is not None:
                    text = file.read().decode(errors="replace")
                    found = _FRONT_MATTER.match(text)
                    body = text[found.end() :] if found else text
                    if body.strip():
                        posts.append((member.name, body))
    return tuple(sorted(posts))
