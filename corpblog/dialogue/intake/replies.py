"""What the intake answers: pages of a few lines for readers, JSON for programs."""

import base64
import hashlib
import json
from collections.abc import Mapping
from html import escape
from typing import Any
from urllib.parse import quote, urlsplit

from werkzeug.wrappers import Response

from corpblog.dialogue.intake.pages_open import Grounds, OpenPage
from corpblog.dialogue.intake.refusal import Reason
from corpblog.dialogue.intake.sentences import REASONS, SENTENCES, spoken
from corpblog.dialogue.intake.submission import (
    LEAST_TEXT,
    MOST_NAME,
    MOST_TEXT,
    MOST_WEBSITE,
    Submission,
)

_STYLE = """
body{font:1.05rem/1.6 system-ui,sans-serif;max-width:36rem;margin:3rem auto;padding:0 1.2rem}
:root{color-scheme:light dark}
label{display:block;margin:.9rem 0}
input,textarea{display:block;width:100%;box-sizing:border-box;font:inherit;padding:.4rem}
textarea{min-height:12rem}
.unseen{position:absolute;left:-99in}
button{font:inherit;padding:.5rem 1.4rem}
"""
_STYLE_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
# No-referrer would make browsers send the form of these pages with "Origin: null".
_HEADERS = {
    "Content-Security-Policy": (
        f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex",
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",
}


def json_reply(status: int, body: Any, cookies: tuple[tuple[str, str], ...] = ()) -> Response:
    """An answer for a program."""
    reply = Response(
        json.dumps(body) + "\n", status=status, mimetype="application/json", headers=_HEADERS
    )
    for name, value in cookies:
        reply.headers.add(name, value)
    return reply


def json_refusal(reason: Reason) -> Response:
    """Why not, for a program."""
    body = {"error": reason.word, "message": REASONS["en"][reason]}
    return _with_retry(json_reply(reason.status, body), reason)


def to_thanks(page: OpenPage) -> Response:
    """The way to the page that says thank you: reloading that sends nothing twice."""
    reply = Response(status=303, headers=_HEADERS)
    # Relative, as the form is.
    reply.headers["Location"] = f"thanks?uri={quote(page.uri)}"
    return reply


def thanks(page: OpenPage, grounds: Grounds) -> Response:
    """Thank you, in the language of the post."""
    say = SENTENCES[spoken(page.lang)]
    body = f"<p>{say['thanks.text']}</p>\n{_way_back(page, grounds)}"
    return _html(200, spoken(page.lang), say["thanks.title"], body)


def form_page(page: OpenPage, grounds: Grounds, *, parent: str, staff: bool) -> Response:
    """An empty form, for a comment or a reply; with a field for the token of an employee."""
    say = SENTENCES[spoken(page.lang)]
    empty = Submission(
        text="",
        author="",
        website="",
        email="",
        uri=page.uri,
        parent=parent,
        trap="",
        token="-" if staff else "",
    )
    title = say["form.reply" if parent else "form.title"]
    body = f"<p>{escape(page.title)}</p>\n{_form(say, empty)}{_way_back(page, grounds)}"
    return _html(200, spoken(page.lang), title, body)


def refusal_page(
    reason: Reason,
    grounds: Grounds,
    *,
    page: OpenPage | None,
    sent: Submission | None,
) -> Response:
    """Why not, and the form again with everything that was typed."""
    lang = spoken(page.lang if page else grounds.lang)
    say = SENTENCES[lang]
    body = f"<p><strong>{REASONS[lang][reason]}</strong></p>\n"
    if reason is Reason.CLOSED and page and page.contact:
        body += f"<p>{escape(page.contact)}</p>\n"
    if sent:
        body += _form(say, sent)
    reply = _html(reason.status, lang, say["refused.title"], body + _way_back(page, grounds))
    return _with_retry(reply, reason)


def _with_retry(reply: Response, reason: Reason) -> Response:
    if reason in (Reason.TOO_FAST, Reason.NOT_SAVED):
        reply.headers["Retry-After"] = "60"
    return reply


def _html(status: int, lang: str, title: str, body: str) -> Response:
    text = (
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n<h1>{title}</h1>\n{body}</main>\n</body>\n</html>\n"
    )
    return Response(text, status=status, mimetype="text/html", headers=_HEADERS)


def _way_back(page: OpenPage | None, grounds: Grounds) -> str:
    """A link to the post, or to the blog; an address of the site, whatever was sent."""
    parts = urlsplit(grounds.site_url)
    say = SENTENCES[spoken(page.lang if page else grounds.lang)]
    origin = f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
    href = f"{origin}{quote(page.uri)}" if page else grounds.site_url
    if not href:
        return ""
    return f'<p><a href="{escape(href)}">{say["back" if page else "blog"]}</a></p>\n'


def _form(say: Mapping[str, str], sent: Submission) -> str:
    """The form of docs/comments.md, filled in."""
    token = _field(say["token"], "staff_token", 'type="password"') if sent.token else ""
    trap = _field(say["empty"], "email2", 'tabindex="-1" autocomplete="off"')
    # Relative: it holds below every path under which a proxy shows the intake.
    return (
        '<form method="post" action="new" accept-charset="utf-8">\n'
        f"{_hidden('uri', sent.uri)}{_hidden('parent', sent.parent)}"
        f"{_field(say['name'], 'author', _most(MOST_NAME), sent.author or '')}"
        f"{_field(say['website'], 'website', _most(MOST_WEBSITE), sent.website or '')}"
        f'<label>{say["text"]} <textarea name="text" required minlength="{LEAST_TEXT}"'
        f' maxlength="{MOST_TEXT}">\n{escape(sent.text)}</textarea></label>\n'
        f'<div class="unseen" aria-hidden="true">{trap}</div>\n{token}'
        f"<p><button>{say['send']}</button></p>\n</form>\n"
    )


def _most(count: int) -> str:
    return f'maxlength="{count}"'


def _hidden(name: str, value: str) -> str:
    return f'<input type="hidden" name="{name}" value="{escape(value)}">\n' if value else ""


def _field(label: str, name: str, more: str, value: str = "") -> str:
    filled = f' value="{escape(value)}"' if value else ""
    return f'<label>{label} <input name="{name}" {more}{filled}></label>\n'
