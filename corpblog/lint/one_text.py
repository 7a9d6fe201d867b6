"""One text through the linter, again and again while it is written."""

import dataclasses
from collections import OrderedDict
from threading import Lock

from corpblog.diagnostics import Diagnostic
from corpblog.lint.allowances import allowances_of
from corpblog.lint.engine import Ask, Run, judge_of
from corpblog.lint.remembering import frame_digest, text_digest
from corpblog.lint.rules.long_sentence import measured
from corpblog.lint.suppressions import settle
from corpblog.lint.telling import Found
from corpblog.lint.text import Text, TextKind
from corpblog.lint.texts import Reader, Unread, texts_of
from corpblog.memo import digest
from corpblog.model.policy import Suppression
from corpblog.model.site import Site

# So many texts are remembered: as many as anybody has open.
_MOST = 50


@dataclasses.dataclass(frozen=True, kw_only=True, slots=True)
class OneText:
    """What was found in one text; ``accepted`` are findings that a named person answers for.

    ``lengths`` are the words of each sentence, as the rule about long sentences counts them.
    """

    text: Text
    found: tuple[Found, ...]
    accepted: tuple[tuple[Found, Suppression], ...]
    faults: tuple[Diagnostic, ...]
    lengths: tuple[int, ...]


class SingleTexts:
    """Examines texts one at a time; what is dear to make stays while its sources stay the same.

    Any thread may ask. Rules about profiles and about the whole archive are left out: what they
    need of other texts takes too long while somebody writes.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._frame = ""
        self._reader: Reader | None = None
        self._known: OrderedDict[str, OneText] = OrderedDict()

    def examine_one(self, site: Site, ask: Ask, path: str, lang: str = "") -> OneText | None:
        """What is found in the post or page at the source ``path``; None where there is none.

        ``lang`` chooses among texts that share a source.
        """
        unread = _text_at(site, path, lang)
        if unread is None:
            return None
        with self._lock:
            run = self._run(site, ask)
            images = repr(sorted(ask.images.items()))
            today = site.now.date()
            name = digest(text_digest(self._frame, unread, today), images, str(today))
            known = self._known.get(name)
            if known is None:
                known = self._known[name] = _examined(run, unread)
            self._known.move_to_end(name)
            if len(self._known) > _MOST:
                self._known.popitem(last=False)
            return known

    def _run(self, site: Site, ask: Ask) -> Run:
        """A run over ``site`` that reads with the word lists which are there already."""
        run = Run.begin(site, ask)
        # The pictures of one text are no reason to take up all lists anew for the next one.
        bare = dataclasses.replace(run.context, images={})
        frame = frame_digest(bare, run.rules, ask.entries)
        if self._reader is None or frame != self._frame:
            self._frame, self._reader = frame, run.reader
        return dataclasses.replace(run, reader=self._reader)


def _text_at(site: Site, path: str, lang: str) -> Unread | None:
    written = (TextKind.POST, TextKind.PAGE)
    found = [each for each in texts_of(site) if each.source.path == path and each.kind in written]
    return next((each for each in found if each.lang == lang), found[0] if found else None)


def _examined(run: Run, unread: Unread) -> OneText:
    examined = run.examine(unread)
    text = run.reader.read(unread)
    judge = judge_of(run.site, run.ask)
    # Nobody knows here whether an exception from a rule about the archive is still needed.
    whole = {force.rule.code for force in run.rules if force.rule.site or force.rule.profile}
    judge = dataclasses.replace(judge, running=judge.running - whole)
    settled = settle(examined.found, allowances_of(text, run.ask.places, run.reader.markup), judge)
    return OneText(
        text=text,
        found=settled.found,
        accepted=settled.accepted,
        faults=(*examined.faults, *settled.faults),
        lengths=tuple(count for _, _, count in measured(text)),
    )
