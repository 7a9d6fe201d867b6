"""The work list as people read it: on a terminal, as a page of its own, as the body of an issue."""

import html
import re
from collections.abc import Callable, Iterator, Mapping

from corpblog.dialogue.inbox import Entry, Inbox, Waiting

# By this line a scheduled job finds the one issue that it keeps up to date.
MARK = "<!-- corpblog-inbox -->"
# GitHub and GitLab refuse longer ones; a list as long as this is read by nobody.
_MOST_ENTRIES = 100
_SIGNS = re.compile(r"[!-/:-@\[-`{-~]")
_STYLE = """\
:root { color-scheme: light dark; --line: #8886; --late: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --late: #ff9b90; } }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; }
ol, ul { list-style: none; padding: 0; }
li { border-top: 1px solid var(--line); padding: .75rem 0; }
.late strong { color: var(--late); }
q { display: block; quotes: none; overflow-wrap: anywhere; }
code { font-size: .85em; overflow-wrap: anywhere; }
p { margin: .15rem 0; }"""


def as_text(inbox: Inbox, clean: Callable[[str], str]) -> str:
    """The list for a terminal; ``clean`` keeps readers' signs from steering it."""
    lines = [_headline(inbox)]
    for entry in inbox.entries:
        lines += ["", f"{_mark(entry)} {entry.id}", f"    {clean(_about(entry))}"]
        lines.append(f"    {_times(entry)}")
        if entry.text:
            lines.append(f"    {clean(_says(entry))}")
    if inbox.waiting:
        lines += ["", _release_line(inbox)]
        for one in inbox.waiting:
            lines.append(f"  {one.id}  {clean(one.about)}, since {one.since:%Y-%m-%d %H:%M}")
            if one.text:
                lines.append(f"    {clean(_says(one))}")
    if inbox.orphans:
        lines += ["", _orphan_line(inbox)]
    return "\n".join(lines) + "\n"


def as_page(inbox: Inbox) -> str:
    """The list as one HTML file that asks for nothing else."""
    body = [f"<h1>{_escaped(_headline(inbox))}</h1>", f"<p>As of {_moment(inbox)}.</p>"]
    if inbox.entries:
        body += ["<ol>", *(_item(entry) for entry in inbox.entries), "</ol>"]
    if inbox.waiting:
        body += [f"<h2>{_escaped(_release_line(inbox))}</h2>", "<ul>"]
        body += [f"<li>{_escaped(_waits(one))}</li>" for one in inbox.waiting]
        body.append("</ul>")
    if inbox.orphans:
        body.append(f"<p>{_escaped(_orphan_line(inbox))}</p>")
    title = _escaped(f"Comments · {inbox.title}")
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="robots" content="noindex">\n'
        f"<title>{title}</title>\n<style>\n{_STYLE}\n</style>\n</head>\n<body>\n<main>\n"
        + "\n".join(body)
        + "\n</main>\n</body>\n</html>\n"
    )


def as_issue(inbox: Inbox) -> str:
    """The list as the body of an issue; nothing that a reader typed is markup or names anybody."""
    lines = [MARK, f"**{_headline(inbox)}** As of {_moment(inbox)}.", ""]
    for entry in inbox.entries[:_MOST_ENTRIES]:
        late = "**late** · " if entry.is_late else ""
        link = f"[{_inert(entry.title)}](<{entry.url}>)"
        who = _inert(entry.owner_name or entry.owner or "nobody")
        lines.append(f"- [ ] {late}{link}: {_times(entry)} · answer: {who} · `{entry.id}`")
        if entry.text:
            lines.append(f"  > {_inert(_says(entry))}")
    rest = len(inbox.entries) - _MOST_ENTRIES
    if rest > 0:
        lines.append(f"- … and {rest} more: `corpblog comments inbox`")
    if inbox.waiting:
        lines += ["", _release_line(inbox)]
    if inbox.orphans:
        lines += ["", _orphan_line(inbox)]
    return "\n".join(lines) + "\n"


FORMS: Mapping[str, Callable[[Inbox], str]] = {"html": as_page, "markdown": as_issue}


def _item(entry: Entry) -> str:
    label = "late" if entry.is_late else "held" if entry.is_held else "waits"
    parts = [
        f'<li class="{label}"><p><strong>{label}</strong> · '
        f'<a href="{_escaped(entry.url)}" hreflang="{_escaped(entry.lang)}">'
        f"{_escaped(entry.title)}</a> · {_escaped(_people(entry))}</p>",
        f"<p>{_escaped(_times(entry))}</p>",
    ]
    if entry.text:
        parts.append(f"<q>{_escaped(entry.text)}</q>")
    parts.append(f"<p><code>corpblog comments reply {_escaped(entry.id)}</code></p></li>")
    return "".join(parts)


def _headline(inbox: Inbox) -> str:
    number = len(inbox.entries)
    if not number:
        return "Nobody waits for an answer."
    who = "1 reader waits" if number == 1 else f"{number:,} readers wait"
    return f"{who} for an answer, {inbox.late:,} of them too long."


def _release_line(inbox: Inbox) -> str:
    number = len(inbox.waiting)
    what = "1 comment waits" if number == 1 else f"{number:,} comments wait"
    return f"{what} for release and {'asks' if number == 1 else 'ask'} nothing."


def _orphan_line(inbox: Inbox) -> str:
    number = inbox.orphans
    return f"{number:,} {'comment belongs' if number == 1 else 'comments belong'} to no post."


def _mark(entry: Entry) -> str:
    return "late" if entry.is_late else "held" if entry.is_held else "    "


def _about(entry: Entry) -> str:
    return f"{entry.title} ({entry.post}) · {_people(entry)}"


def _people(entry: Entry) -> str:
    owner = f"{entry.owner_name} ({entry.owner})" if entry.owner else "nobody who is there"
    return f"{entry.kind + ', ' if entry.kind else ''}answer: {owner}"


def _says(entry: Entry | Waiting) -> str:
    return f"{entry.who or 'somebody'}: {entry.text}"


def _times(entry: Entry) -> str:
    held = "waits for release, " if entry.is_held else ""
    return (
        f"{held}asked {entry.asked:%Y-%m-%d %H:%M}, {entry.hours:.0f} business hours ago,"
        f" due {entry.due:%Y-%m-%d %H:%M}"
    )


def _waits(one: Waiting) -> str:
    return f"{one.id}, {one.about}, since {one.since:%Y-%m-%d %H:%M}"


def _moment(inbox: Inbox) -> str:
    return f"{inbox.now:%Y-%m-%d %H:%M %Z}"


def _escaped(text: str) -> str:
    return html.escape("".join(_visible(text)))


def _inert(text: str) -> str:
    """Text that Markdown takes for nothing but text: no link, no mention, no number of an issue."""
    return _SIGNS.sub(lambda sign: f"&#{ord(sign[0])};", " ".join("".join(_visible(text)).split()))


def _visible(text: str) -> Iterator[str]:
    """The signs of a text without those that turn it around or that nobody sees."""
    import unicodedata

    for sign in text:
        if sign.isspace() or unicodedata.category(sign) not in ("Cc", "Cf", "Cs", "Co"):
            yield sign
