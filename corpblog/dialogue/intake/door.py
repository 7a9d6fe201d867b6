"""The WSGI wrapper: every request is checked here, and Isso sees only what is left of it."""

import logging
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from werkzeug.exceptions import HTTPException, RequestEntityTooLarge
from werkzeug.wrappers import Request, Response

from corpblog.dialogue.intake import replies
from corpblog.dialogue.intake.ground import Ground
from corpblog.dialogue.intake.isso_inside import IssoInside
from corpblog.dialogue.intake.keeping import Keeper, Kept
from corpblog.dialogue.intake.origins import Gate
from corpblog.dialogue.intake.pages_open import OpenPage
from corpblog.dialogue.intake.place import IntakePlace
from corpblog.dialogue.intake.refusal import Reason, Refused
from corpblog.dialogue.intake.staff_guard import staff_of
from corpblog.dialogue.intake.submission import (
    MOST_BODY,
    Submission,
    fields_of,
    is_form,
    require_good,
    submission_of,
)

_COMMENT = re.compile(r"/id/([0-9]{1,18})")
# What Isso tells of a comment that no reader needs, and that says something about a person.
_KEPT_BACK = frozenset(("hash", "gravatar_image", "likes", "dislikes", "notification", "config"))
# A body that is too large is read on so far, so that the answer arrives.
_DRAIN = 4 * 1024 * 1024


class Door:
    """The intake as a WSGI application."""

    def __init__(
        self,
        *,
        ground: Ground,
        gate: Gate,
        isso: IssoInside,
        place: IntakePlace,
        prefix: str,
        now: Callable[[], datetime],
    ) -> None:
        self._ground = ground
        self._gate = gate
        self._isso = isso
        self._place = place
        self._prefix = prefix
        self._now = now
        self._keeper = Keeper(isso)

    def __call__(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        request = Request(environ, populate_request=False)
        request.max_content_length = MOST_BODY
        try:
            reply = self._answer(request)
        except Refused as refused:
            reply = self._refusal(request, refused.reason)
        except HTTPException:
            reply = self._refusal(request, Reason.BAD_REQUEST)
        except Exception:
            # The text of a reader must not stand in a log: the place in the program does.
            logging.getLogger("corpblog").exception("%s failed", request.method)
            reply = self._refusal(request, Reason.NOT_SAVED)
        return reply(environ, start_response)

    def _answer(self, request: Request) -> Response:
        if not self._gate.knows_host(request.environ.get("HTTP_HOST", "")):
            raise Refused(Reason.FOREIGN_HOST)
        path = self._path(request)
        found = _COMMENT.fullmatch(path)
        deeds = self._of_comment(int(found[1])) if found else self._deeds().get(path)
        if deeds is None:
            raise Refused(Reason.NOT_FOUND)
        method = "GET" if request.method == "HEAD" else request.method
        if method not in deeds:
            raise Refused(Reason.BAD_METHOD)
        return deeds[method](request)

    def _deeds(self) -> Mapping[str, Mapping[str, Callable[[Request], Response]]]:
        return {
            "/": {"GET": self._fetch},
            "/new": {"POST": self._new},
            "/form": {"GET": self._form},
            "/thanks": {"GET": self._thanks},
            "/health": {"GET": self._health},
        }

    def _of_comment(self, id_: int) -> Mapping[str, Callable[[Request], Response]]:
        return {
            "PUT": lambda request: self._edit(request, id_),
            "DELETE": lambda request: self._delete(request, id_),
        }

    def _path(self, request: Request) -> str:
        """The path below the public address; a proxy may hand it on with or without its own."""
        path = request.path
        if self._prefix and (path == self._prefix or path.startswith(self._prefix + "/")):
            path = path[len(self._prefix) :] or "/"
        return path

    def _new(self, request: Request) -> Response:
        form = is_form(request.content_type)
        self._require_own_page(request, form=form)
        sent = self._sent(request, form=form)
        page = self._ground.page(sent.uri)
        try:
            kept = self._keep(sent, page, request)
        except Refused as refused:
            if not form:
                raise
            grounds = self._ground.current()
            # What fills in the trap is not filled in again; the person behind it may be one.
            again = replace(sent, trap="")
            return replies.refusal_page(refused.reason, grounds, page=page, sent=again)
        if form and page:
            return replies.to_thanks(page)
        return replies.json_reply(202, _told(kept), kept.cookies)

    def _keep(self, sent: Submission, page: OpenPage | None, request: Request) -> Kept:
        if page is None:
            raise Refused(Reason.NO_SUCH_POST)
        require_good(sent)
        if not page.takes(self._now()):
            raise Refused(Reason.CLOSED)
        staff, sent = self._signed(sent)
        return self._keeper.add(sent, page, self._gate.client(request.environ), staff=staff)

    def _signed(self, sent: Submission) -> tuple[str, Submission]:
        """Who speaks: the employee whose token came along, or a reader who is none."""
        guard = self._ground.current().staff
        staff = staff_of(sent.token, self._place.tokens()) if sent.token else ""
        if sent.token and staff not in guard.profiles:
            raise Refused(Reason.BAD_TOKEN)
        if staff:
            return staff, replace(sent, author=guard.profiles[staff])
        if guard.poses(sent.author or "") or guard.poses_by_mail(sent.email):
            raise Refused(Reason.STAFF_NAME)
        return "", sent

    def _edit(self, request: Request, id_: int) -> Response:
        if is_form(request.content_type):
            raise Refused(Reason.BAD_TYPE)
        self._require_own_page(request, form=False)
        sent = self._sent(request, form=False)
        require_good(sent)
        _, sent = self._signed(replace(sent, token=""))
        kept = self._keeper.edit(id_, sent, _cookie(request, id_))
        return replies.json_reply(200, _told(kept), kept.cookies)

    def _delete(self, request: Request, id_: int) -> Response:
        self._require_own_page(request, form=False)
        kept = self._keeper.delete(id_, _cookie(request, id_))
        return replies.json_reply(200, _told(kept), kept.cookies)

    def _fetch(self, request: Request) -> Response:
        page = self._page(request)
        return replies.json_reply(200, _published(self._isso.fetch(page.uri).body))

    def _form(self, request: Request) -> Response:
        page = self._page(request)
        if not page.takes(self._now()):
            raise Refused(Reason.CLOSED)
        parent = submission_of({"parent": request.args.get("parent", "")}).parent
        return replies.form_page(
            page,
            self._ground.current(),
            parent=parent,
            staff="staff" in request.args,
        )

    def _thanks(self, request: Request) -> Response:
        return replies.thanks(self._page(request), self._ground.current())

    def _health(self, _request: Request) -> Response:
        well = self._isso.is_well()
        return replies.json_reply(200 if well else 503, {"status": "ok" if well else "database"})

    def _page(self, request: Request) -> OpenPage:
        page = self._ground.page(request.args.get("uri", ""))
        if page is None:
            raise Refused(Reason.NO_SUCH_POST)
        return page

    def _require_own_page(self, request: Request, *, form: bool) -> None:
        if not self._gate.is_own_page(request.environ, form=form):
            raise Refused(Reason.FOREIGN_PAGE)

    def _sent(self, request: Request, *, form: bool) -> Submission:
        try:
            body = request.get_data(cache=False)
        except RequestEntityTooLarge:
            _drain(request)
            raise Refused(Reason.TOO_LARGE) from None
        fields = fields_of(body, form=form)
        if "uri" in request.args:
            fields.setdefault("uri", request.args["uri"])
        return submission_of(fields)

    def _refusal(self, request: Request, reason: Reason) -> Response:
        """For a person a page, for everybody else JSON."""
        if "text/html" not in request.headers.get("Accept", ""):
            return replies.json_refusal(reason)
        grounds = self._ground.current()
        return replies.refusal_page(reason, grounds, page=None, sent=None)


def _told(kept: Kept) -> dict[str, Any]:
    """What a program learns of a comment that it sent."""
    return {"id": kept.row.id, "created": kept.row.created, "mode": kept.row.mode}


def _published(body: Any) -> Any:
    """Isso's answer without what says something about a person or about the server."""
    if isinstance(body, list):
        return [_published(item) for item in body]
    if isinstance(body, dict):
        return {name: _published(value) for name, value in body.items() if name not in _KEPT_BACK}
    return body


def _cookie(request: Request, id_: int) -> str:
    """The cookie that came with the comment. Raises Refused where there is none."""
    cookie = request.cookies.get(str(id_), "")
    if not re.fullmatch(r"[A-Za-z0-9_.-]{1,500}", cookie):
        raise Refused(Reason.NOT_YOURS)
    return cookie


def _drain(request: Request) -> None:
    """Read what still comes, up to a limit: who is cut off while speaking hears no answer."""
    stream = request.environ["wsgi.input"]
    left = min(request.content_length or 0, _DRAIN)
    while left > 0 and (chunk := stream.read(min(left, 65536))):
        left -= len(chunk)
