"""What a person says in a comment: without quoted lines, greeting, sign-off and addresses."""

import re
from typing import NamedTuple

_QUOTED_LINES = re.compile(r"^[ ]{0,3}>.*$", re.MULTILINE)
_CODE = re.compile(r"```[^`]*```|`[^`\n]*`")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"]*[^\s<>\"?!.,:;)]|\]\([^)\s]{0,2000}\)|[\w.+-]{1,64}@[\w.-]+",
    re.IGNORECASE,
)
# „…“, “…”, »…«, «…», "…", ‚…‘, ‘…’; no quotation goes on for pages.
_QUOTATIONS = re.compile(
    r"„[^“”]{0,600}[“”]|“[^”]{0,600}”|»[^«]{0,600}«|«[^»]{0,600}»|\"[^\"]{0,600}\""
    r"|‚[^‘]{0,600}‘|(?<!\w)‘[^’]{0,600}’(?!\w)"
)
_QUESTION = re.compile(r"[?？؟]")

_GREETING = re.compile(
    r"\s*(?:@\w+|(?:hello|hi|hey|dear|good (?:morning|afternoon|evening|day)|hallo|liebe[rs]?"
    r"|guten (?:tag|morgen|abend)|sehr geehrte[rs]?|moin|servus|gr(?:ü|ue)(?:ß|ss|e)\w*)\b)"
    r"(?:[ ][\w.'’-]+){0,5}[ ]*(?:[,!:–—\n]|$)\s*",
    re.IGNORECASE,
)
# After these a name may follow at once; after those only behind a comma, a dash or a line end.
_REGARDS = (
    r"(?:best|kind|warm|warmest|many) (?:regards|wishes)|regards"
    r"|yours (?:sincerely|faithfully|truly)"
    r"|(?:viele|beste|liebe|herzliche|freundliche|schöne) gr(?:ü|ue)(?:ß|ss)e(?: aus \w+)?"
    r"|mit (?:freundlichen|besten|herzlichen) gr(?:ü|ue)(?:ß|ss)en|gru(?:ß|ss)|vg|lg|mfg"
)
_THANKS = (
    r"best|cheers|sincerely|yours|thanks|thank you|all the best|danke|vielen dank"
    r"|have a (?:nice|great|good) (?:day|evening|weekend)"
)
_POSSESSIVE = r"your|the|ihr|ihre|dein|deine|euer|eure|das"
_CREW = (
    r"(?:[\w-]*team|crew|customer (?:service|support|care)|support|help ?desk|[\w-]*redaktion"
    r"|newsroom|social media|kundenservice|kundendienst|kundenbetreuung|service|customer relations"
    r"|management|presse(?:stelle|abteilung)?|editors|editorial staff|marketing|kommunikation"
    r"|communications?)"
)
# Somebody signs after a dash, after a closing, or as a crew; always at the very end.
_SIGN_OFF = re.compile(
    rf"(?:^|[\n.!?])[ ]*(?:"
    rf"(?:[–—]|--)[ ]?(?P<dash>[^\n.!?;]{{1,60}})|-[ ]?(?P<hyphen>[^\W\d_][\w.]*(?:[ ][\w.]+)?)"
    rf"|(?:(?:{_REGARDS})(?:[ ]*[,!–—-]?\s+|\b(?=\W*\Z))"
    rf"|(?:{_THANKS})(?:[,!–—-]\s+|[ ]?\n|[ ]+[–—-]))"
    rf"(?P<closing>[^\n!?;.]{{0,60}}(?:\n[^\n!?;.]{{1,60}})?)"
    rf"|(?P<crew>(?:(?:{_POSSESSIVE})[ ](?:[\w&.-]+[ ]){{0,4}}{_CREW}(?:[ ]team)?))"
    rf")[.!]?\s*\Z",
    re.IGNORECASE,
)


class Said(NamedTuple):
    """The text of a comment as a person means it, and with what name it ends."""

    text: str
    signature: str


def said_of(text: str) -> Said:
    """``text`` (Markdown) without quoted lines, code, greeting and sign-off."""
    text = _CODE.sub(" ", _QUOTED_LINES.sub("", text)).strip()
    greeting = _GREETING.match(text)
    text = text[greeting.end() :] if greeting else text
    tail = max(0, len(text) - 250)
    found = _SIGN_OFF.search(text, tail)
    if found is None:
        return Said(text, "")
    signature = found["dash"] or found["hyphen"] or found["closing"] or found["crew"] or ""
    end = found.start() + (text[found.start()] in ".!?")
    return Said(text[:end].strip(), " ".join(signature.split()))


def without_addresses(text: str) -> str:
    """``text`` with blanks where addresses of pages and mailboxes stand, at the same length."""
    return _ADDRESS.sub(lambda found: " " * len(found[0]), text)


def asks(text: str) -> bool:
    """Whether ``text`` (Markdown) has a question mark outside quotations, code and addresses."""
    if not _QUESTION.search(text):
        return False
    plain = _CODE.sub(" ", _QUOTED_LINES.sub("", without_addresses(text)))
    return _QUESTION.search(_QUOTATIONS.sub(" ", plain)) is not None
