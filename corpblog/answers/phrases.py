"""What counts as a word of its own in a reply: canned phrases, steps, dates, small words."""

import re
from functools import cache
from pathlib import Path

from corpblog.wordlists.entries import Entry
from corpblog.wordlists.matcher import Matcher

CANNED = "canned"

_FILE = Path(__file__).parent.parent / "wordlists" / "words" / "canned-replies.tsv"

# Words that carry no matter of their own (en, de), folded.
SMALL_WORDS = frozenset(
    """a about after again all also am an and any are as at be because been before being but by can
    could did do does for from get got had has have he her here him his how i if in into is it its
    just may me might more most much must my no not now of off on only or our out over please she
    should so some such than that the their them then there these they this those to too up us very
    was we were what when where which who why will with would you your i'm i've i'll it's we're
    we've we'll you're don't dear hello hi thanks thank yes regards best sorry
    aber alle allem allen aller alles als also am an auch auf aus bei beim bin bis bist bitte da
    damit dann das dass dein deine deinen deiner dem den denn der des die dies diese diesem diesen
    dieser dieses dir doch du durch ein eine einem einen einer eines er es etwas euch euer fuer für
    gegen gern gerne habe haben hat hatte hatten hier ich ihm ihn ihnen ihr ihre ihrem ihren ihrer
    im in ins ist ja jede jeder jedes kann kein keine keinen koennen können man mein meine mich mir
    mit muss müssen nach nein nicht noch nun nur ob oder ohne schon sehr sein seine sich sie sind so
    soll sollen sollte ueber um und uns unser unsere unserem unseren unserer unter viel vielen vom
    von vor war waren warum was weil wenn wer werde werden wie wieder wir wird wo wurde wurden zu
    zum zur zwar über danke dank hallo liebe lieber leid""".split()
)

# Things done: they tell a step wherever they stand.
_DONE = """fixed repaired corrected changed updated replaced removed added sent refunded shipped
    restarted tested checked measured reset credited exchanged published reinstalled switched
    booked cancelled canceled ordered delivered renewed rebuilt rewritten deleted moved
    behoben repariert korrigiert berichtigt geändert aktualisiert ersetzt entfernt ergänzt
    verschickt geschickt versandt erstattet überwiesen gutgeschrieben getauscht ausgetauscht geprüft
    nachgeprüft getestet gemessen gelöscht gebucht storniert bestellt geliefert veröffentlicht
    umgestellt eingebaut erneuert zurückgesetzt verschoben abgeschaltet eingeschaltet"""
# What the person can do: German verbs in the infinitive or imperative name the step anywhere.
_TO_DO_DE = """laden neuladen klicken klick klicke wählen wähle öffnen öffne drücken drücke
    installieren installiere herunterladen lade eingeben einstellen umstellen löschen lösche starten
    starte neustarten abschalten einschalten ausfüllen aufrufen ausdrucken einsenden hochladen"""
_TO_DO_EN = """reload restart install reinstall click open choose select press download upload
    delete enter set try turn switch check update go use fill remove unplug follow log clear
    refresh"""
# English verbs look like nouns and intentions; a step stands first, or after one of these.
_LEADS = "please|then|and|just|first|now|can|could|or|simply"

_STEP = re.compile(
    rf"\b(?:{'|'.join((_DONE + ' ' + _TO_DO_DE).split())})\b"
    rf"|(?:^|[.!?:;,(\n][ ]*|\b(?:{_LEADS})[ ])(?:{'|'.join(_TO_DO_EN.split())})\b",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"https?://[\w-]+\.\w|\bwww\.\w|\]\((?:https?:|mailto:|tel:|\.{0,2}/|#)\w", re.IGNORECASE
)
_DATE = re.compile(
    r"\b(?:January|February|April|June|July|August|September|October|November|December"
    r"|Januar|Jänner|Februar|März|Juni|Juli|Oktober|Dezember)\b"
    r"|\b(?:[Ii]n|[Bb]y|[Uu]ntil|[Bb]efore|[Aa]fter|[Ss]ince|of|from|mid|early|late"
    r"|[Ii]m|[Aa]b|[Bb]is|[Vv]or|[Ss]eit|[Nn]ach|Anfang|Mitte|Ende)[ ](?:March|May|Mai)\b"
    r"|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b"
    r"|\b(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)s?\b"
    r"|\b(?:[Tt]oday|[Tt]omorrow|[Yy]esterday|[Nn]ext (?:week|month|year|quarter)"
    r"|[Hh]eute|[Mm]orgen|[Gg]estern"
    r"|[Nn]ächste[nrs]? (?:Woche|Monat|Monats|Jahr|Jahres|Quartal))\b"
)
_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|hundred|thousand"
    r"|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|hundert|tausend)\b",
    re.IGNORECASE,
)
# Marks that make even a short reply an answer, with how they are found.
MARKS = {"link": _LINK, "date": _DATE, "number": _NUMBER, "step": _STEP}


@cache
def canned_phrases() -> Matcher:
    """Finds the canned phrases of both languages: who answers may mix them."""
    lines = _FILE.read_text(encoding="utf-8").splitlines()[1:]
    patterns = [line.partition("\t")[2] for line in lines]
    # A comma of the pattern is often left out; blanks alone part the words then.
    loose = [pattern.replace(",", "") for pattern in patterns if "," in pattern]
    entries = (Entry(pattern=pattern, category=CANNED) for pattern in (*patterns, *loose))
    return Matcher({CANNED: tuple(entries)})
