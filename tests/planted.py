"""One violation for each rule, planted into the example blog: an edit, and where it is found."""

from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

from PIL import Image
from PIL.ExifTags import GPS, IFD

_POST = """\
---
title: {title}
date: 2026-11-18
authors: [yusuf-aydin]
kind: report
tags: [money]
disclosures: none
ai: none
---
{body}
"""


@dataclass(frozen=True, kw_only=True)
class Plant:
    """An edit of ``path``: ``old`` becomes ``new``; without ``old`` the file is made.

    The rule is expected at the line of ``at``, the beginning of ``new`` where left out, in ``path``
    or in another file ``told``. ``whole`` means the file as a whole. Of ``copy`` the text is
    repeated below ``new``. ``data`` is a file that is no text; ``also`` are further edits.
    """

    path: str
    new: str = ""
    old: str = ""
    at: str = ""
    told: str = ""
    whole: bool = False
    copy: str = ""
    data: bytes = b""
    also: tuple["Plant", ...] = ()

    def put(self, root: Path) -> None:
        """Make the edit in the site at ``root``; the old text must be there once."""
        for other in self.also:
            other.put(root)
        file = root / self.path
        if self.data:
            file.write_bytes(self.data)
            return
        if not self.old:
            file.parent.mkdir(parents=True, exist_ok=True)
            body = (root / self.copy).read_text(encoding="utf-8") if self.copy else ""
            file.write_text(self.new + body.rpartition("---\n")[2], encoding="utf-8")
            return
        text = file.read_text(encoding="utf-8")
        assert text.count(self.old) == 1, (self.path, self.old)
        file.write_text(text.replace(self.old, self.new), encoding="utf-8")

    def line(self, root: Path) -> int:
        """The line at which the rule must be found; 0 for the file as a whole."""
        if self.whole:
            return 0
        text = (root / (self.told or self.path)).read_text(encoding="utf-8")
        return text[: text.index(self.at or self.new)].count("\n") + 1


def _post(name: str, title: str, body: str = "", *, at: str = "", copy: str = "") -> Plant:
    """A post of its own, told at its title."""
    text = _POST.format(title=title, body=body)
    path = f"content/posts/2026/{name}.md"
    return Plant(path=path, new=text, at=at or f"title: {title}", copy=copy)


def _picture() -> bytes:
    """A photo that tells where it was taken: 52 degrees north."""
    exif = Image.Exif()
    exif.get_ifd(IFD.GPSInfo).update({GPS.GPSLatitudeRef: "N", GPS.GPSLatitude: (52.0, 0.0, 0.0)})
    file = BytesIO()
    Image.new("RGB", (8, 8)).save(file, "JPEG", exif=exif)
    return file.getvalue()


def _sentence(path: str, before: str, sentence: str) -> Plant:
    """A sentence of its own before the words ``before``."""
    return Plant(path=f"content/posts/{path}", old=before, new=f"{sentence}\n\n{before}")


_FORTY_EIGHT = "2025/forty-eight-pieces-of-rope.md"
_TWELVE = "2025/twelve-minutes-on-a-playground.md"
_WINTER = "2025/winter-on-the-roof.md"
_BELL = "2026/what-a-bell-rope-must-not-do.md"
_COST = "2026/what-this-blog-cost-us.md"
_FERRY = "2026/we-lost-the-ferry.md"
_WALK = "2026/zweihundertzwoelf-meter/index.de.md"
_NOBODY = (
    "The rope hangs on the quay since Monday. It is wet from five in the morning. The old one was "
    "four centimetres too short. It broke before the boat came. The core had taken in water. A "
    "thread was missing under the cover.\n\nIt costs two euros and takes ten minutes. The skipper "
    "put it on with a spike. Since then the boat has been safe. The loads of each day stand in a "
    "table. Whoever wants to see it can write to the harbour. The next check is in March.\n\nThe "
    "thread is made in Ghent by four people. They make a hundred reels in a day. Most go to "
    "tailors. A tailor needs a new one each month. Hot water is bad for it. Cold water does no "
    "harm.\n\nThe reel is of steel and weighs nine kilos. It can be lifted by one person. "
    "There is a handle on both sides. The paint is red, and in the dark it is hard to see."
)
_HARD = (
    "The implementation of the modification necessitated a comprehensive reconfiguration of the "
    "infrastructure and a subsequent verification of all administrative applications. "
    "Simultaneously, the organisation established additional communication procedures for "
    "international subsidiaries and their respective administrations.\n\nConsiderable difficulties "
    "originated from the heterogeneous documentation of historical installations, particularly "
    "regarding authentication, authorisation and notification. The responsible departments "
    "consequently initiated an extraordinary evaluation of alternative configurations, including "
    "associated operational expenditures.\n\nPreliminary measurements demonstrated significant "
    "discrepancies between theoretical expectations and practical observations. Additional "
    "investigations revealed fundamental misunderstandings concerning synchronisation intervals, "
    "transactional consistency and administrative responsibilities.\n\nIndividual interviews with "
    "participating administrators corroborated these observations. Documentation requirements were "
    "therefore substantially extended, and mandatory qualification activities were organised "
    "throughout international subsidiaries.\n\nSupplementary recommendations concerning "
    "organisational responsibilities, documentation obligations and qualification requirements "
    "were communicated to participating subsidiaries. We subsequently acknowledged the "
    "recommendations and initiated preparatory activities, notwithstanding considerable "
    "organisational complications.\n\nThe operational consequences of the modification remain "
    "under continuous observation by independent specialists, and supplementary "
    "recommendations are anticipated."
)
_DENSE = (
    "Our holistic platform empowers teams to leverage synergies. It is a seamless, groundbreaking "
    "and visionary way of working that brings frictionless growth to every customer. With a proven "
    "track record, unmatched service and world-class people we reimagine the way in which ropes "
    "are made, and we are thrilled to share the news. It streamlines what was slow, it "
    "raises the bar for the trade, and it unleashes what is in your people. At the end of the "
    "day it is a game changer and a win-win for all who join us on our journey into a future that "
    "is better than anything seen so far, stay tuned."
)
_STORM = "comments/2026/zweihundertzwoelf-meter/"
_QUESTION = "20261116T091200-isso-90"
_ASKED = f"""\
about: 2026/wet-rope
author: {{name: Tom Rusk}}
created: 2026-11-16T09:12:00Z
id: {_QUESTION}
kind: question
status: published
text: Does a rope of hemp and polyester get weaker when it is wet?
"""
_CANNED = f"""\
about: 2026/wet-rope
author: {{name: Yusuf Aydın, staff: yusuf-aydin}}
created: 2026-11-16T12:30:00Z
id: 20261116T123000-reply-yusuf-aydin
reply_to: {_QUESTION}
status: published
text: We apologise for any inconvenience. Your feedback is important to us.
"""
_GONE = """\
kind: criticism
removal: {reason: off-topic, by: frauke-tidekamp, date: 2026-11-17}
status: removed
"""
_KIND = """\
author: {name: Ada Lind}
kind: praise
status: published
text: I liked that.
"""
_RELEASE = "press/2026-04-21-klemmen.md"
_AGAIN = "Each of our customers has trusted the hands in our ropewalk since the very first day."


def _comment(name: str, text: str, *, at: str = "text:") -> Plant:
    """A comment file of its own below the post about wet rope, told at ``at``."""
    return Plant(path=f"comments/2026/wet-rope/{name}.yml", new=text, at=at)


def _day_of_comments(text: str, system: str) -> tuple[Plant, ...]:
    """Five comments with nothing but their hour between them."""
    names = (f"20261117T{hour:02}0000-{system}-{hour}" for hour in range(9, 14))
    return tuple(_comment(name, text) for name in names)


# What every change is checked for.
PLANTED: dict[str, Plant] = {
    "AUTH001": Plant(
        path="content/posts/2026/wet-rope.md", old="authors: [yusuf-aydin]", new="authors: []"
    ),
    "AUTH002": Plant(
        path="authors/maren-okafor/index.md",
        old="type: Person\nname: Maren Okafor",
        new="type: Person\nname: Bell Team",
        at="name: Bell Team",
    ),
    "AUTH003": Plant(
        path="authors/agnieszka-wolny/index.md",
        old="knows_about: [playgrounds, testing, mistakes]",
        new="knows_about: []",
    ),
    "AUTH005": Plant(
        path="authors/lotte-brandis/index.md",
        old="consent: {name: 2025-10-20, photo: 2025-10-20, after_leaving: false}",
        new="consent: {photo: 2025-10-20, after_leaving: false}",
    ),
    "CONF001": _sentence(_COST, "I can prove no order.", "We call it Project Marlspike."),
    "CONF002": _sentence(_COST, "## We go on", "Her private number is +49 171 2345678."),
    "CONF003": _sentence(_FERRY, "## His reasons", "We had to recall two of the lines."),
    "CONF004": _sentence(_WALK, "## Was man dort tut", "Für Bühnenbau Kröger drehen wir Züge."),
    "CONF005": Plant(path="static/harbour.jpg", data=_picture(), whole=True),
    "CORR003": Plant(
        path="content/posts/2026/37-nets.md",
        old='    kind: update\n    by: agnieszka-wolny\n    what: "We had planned 29 May;',
        new='    kind: correction\n    by: agnieszka-wolny\n    what: "Updated."\n    # "',
        at='    what: "Updated."',
    ),
    "CORR005": _sentence(
        _FERRY, "## What we changed", "We apologise if anybody felt offended by our delay."
    ),
    "DIAL001": Plant(
        path="content/posts/2025/why-we-write.md",
        old="comments: {open: true}",
        new="comments: {open: false}",
    ),
    "DIAL003": replace(
        _comment("20261116T123000-reply-yusuf-aydin", _CANNED),
        also=(_comment(_QUESTION, _ASKED),),
    ),
    "DIAL004": Plant(
        path="comments/2026/540-kilometer/20261009T103047-reply-lotte-brandis.yml",
        old="eine Woche Probearbeiten geht jederzeit vorher.",
        new="eine Woche Probearbeiten geht jederzeit vorher.\n\n  – Ihr Kundenservice",
        at="Ja, nehmen wir.",
    ),
    "DIAL006": Plant(
        path=f"{_STORM}20260716T203116-isso-69.yml",
        old="  reason: insult\n",
        at="by: frauke-tidekamp",
    ),
    "DISC001": Plant(
        path="content/posts/2026/540-kilometer.de.md",
        old="disclosures: none\n",
        new="",
        whole=True,
    ),
    "DISC002": _sentence(_WALK, "## Was daran schlecht ist", "Das Garn liefert Nordgarn."),
    "DISC004": Plant(
        path="content/posts/2026/a-rope-does-not-warn-you/index.md",
        old='text: "Advertisement: Messwerk Ahrens lent us the camera for two weeks without '
        'charge. The list rent is 1,900 euros. We gave it back on 30 October."',
        new="text: In association with Messwerk Ahrens.",
    ),
    "DISC005": _sentence(
        _TWELVE, "## When you find something", "[This pen](https://amzn.to/3abcd)."
    ),
    "DISC006": Plant(
        path="content/posts/2026/warum-riecht-das-netz.de.md", old="ai: none\n", new="", whole=True
    ),
    "EVID001": _sentence(
        _FERRY, "## What I make of it", "Our lines are the strongest on the Elbe."
    ),
    "EVID002": _sentence(_WINTER, "## What I make of it", "Of all buyers, 73 % come back."),
    "EVID003": _sentence(_TWELVE, "## Minute one: stand still", "Studies show that nets are safe."),
    "EVID004": _sentence(_FORTY_EIGHT, "## What I expect", "Our hemp rope is climate neutral."),
    "EVID005": _sentence(_BELL, "## It must not lie", "Our award-winning rope hangs there."),
    "IMG001": Plant(
        path="content/posts/2025/my-first-splice/index.md",
        old="![A three-strand eye splice with five rounds of tucks, each strand in its own colour]",
        new="![]",
    ),
    # The file is the one that CONF005 plants.
    "IMG002": _sentence(_BELL, "## It must not bite", "![The quay at dawn](/harbour.jpg)"),
    "JARG001": _sentence(_TWELVE, "## Minutes two to six", "We use synergies between our nets."),
    "JARG002": _sentence(_COST, "## The hours", "Ours is a world-class ropewalk."),
    "JARG003": _sentence(_COST, "## What came back", "We have a revolutionary splice."),
    "JARG004": _sentence(_COST, "## What went badly", "It saves you up to 40 minutes."),
    "JARG005": _sentence(_FERRY, "## Would I like him back?", "A rightsizing of our team follows."),
    "JARG006": _sentence(_TWELVE, "## Minutes seven to ten", "We leverage a pen for that."),
    "JARG007": _sentence(_COST, "With wages and all", "We are excited to announce the figures."),
    "JARG008": _post("dense", "Ropes of tomorrow", _DENSE),
    "READ001": _sentence(
        _BELL,
        "## What happened then",
        "Before you climb up into a tower in which nobody has been for many years, you should tell "
        "somebody where you are going and when you will be back, take a torch, a rope, a helmet "
        "and a friend with you, and look at each step before you put your weight on it.",
    ),
    "READ002": replace(_post("hard", "About the modification", _HARD), whole=True),
    "READ003": _sentence(
        _WINTER, "## A mistake of mine", "We saw data quality management improvements in May."
    ),
    "READ004": _sentence(_WINTER, "## What you can do already", "The QZRB asked us for it."),
    "REPET001": _post("again", "Once more", copy=f"content/posts/{_TWELVE}"),
    "REPET003": _post("release.de", "Klemmen", copy=_RELEASE),
    "SITE001": Plant(path="corpblog.yml", old="  phone: +49 40 66969 100\n", at="legal:"),
    "SITE002": Plant(
        path="corpblog.yml",
        old="readers: [frauke-tidekamp, agnieszka-wolny, yusuf-aydin]",
        new="readers: []",
    ),
    "SITE003": Plant(
        path="content/pages/how-we-blog.md",
        old="role: principles\n",
        also=(Plant(path="content/pages/how-we-blog.de.md", old="role: principles\n"),),
        told="corpblog.yml",
        whole=True,
    ),
    "VOICE001": _post(
        "press",
        "A new rope",
        "GLINDE, 18 November 2026 – Tidekamp today announced its new rope. It holds much.\n\n"
        "## About Tidekamp\n\nTidekamp makes ropes.\n\nPress contact: Frauke Tidekamp\n\n###",
        at="GLINDE,",
    ),
    "VOICE002": _post("nobody", "A rope for the quay", _NOBODY),
    "VOICE003": _post("self", "The harbour", "Tidekamp pulls the ropes of the harbour now. " * 24),
}
# What the clock alone decides.
PLANTED_BY_TIME: dict[str, Plant] = {
    "AUTH004": Plant(
        path="authors/joachim-ehlert/index.md",
        old="status: former",
        new="status: active",
        at="works_for:",
    ),
    "CORR006": _sentence(_FORTY_EIGHT, "## What hangs there", "We currently have no other roof."),
    "DIAL002": _comment(_QUESTION, _ASKED),
    "DIAL005": replace(
        _comment("20261117T140000-kind-14", _KIND),
        also=(*_day_of_comments(_KIND, "kind"), *_day_of_comments(_GONE, "gone")),
        told="corpblog.yml",
        whole=True,
    ),
    "DIAL007": Plant(
        path=f"{_STORM}20260717T094557-reply-frauke-tidekamp.yml",
        old="    kept:\n      date: 2026-08-12\n",
        new="    dropped:\n      date: 2026-08-12\n",
        at="- due: 2026-08-14",
    ),
    "REPET002": replace(
        _sentence("2026/a-rope-does-not-warn-you/index.md", "## On board", _AGAIN),
        also=(
            _sentence(_TWELVE, "## When you find something", _AGAIN),
            _sentence(_COST, "## We go on", _AGAIN),
        ),
    ),
    "EVID006": Plant(
        path="registers/claims.yml",
        old="  as_of: 2025-01-06\n  historic: true\n",
        new="  as_of: 2025-01-06\n",
    ),
}
