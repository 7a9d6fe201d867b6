"""What the intake says to readers, by language; other languages get English."""

from collections.abc import Mapping

from corpblog.dialogue.intake.refusal import Reason

_ENGLISH = {
    "thanks.title": "Thank you",
    "thanks.text": "Your comment has arrived. Somebody reads it before it appears under the post.",
    "form.title": "Your comment",
    "form.reply": "Your reply",
    "refused.title": "Your comment was not taken yet",
    "back": "Back to the post",
    "blog": "To the blog",
    "name": "Name",
    "website": "Website (optional)",
    "text": "Comment",
    "empty": "Leave this empty",
    "token": "Staff token",
    "send": "Send",
}
_GERMAN = {
    "thanks.title": "Danke",
    "thanks.text": "Der Kommentar ist da. Bevor er unter dem Beitrag erscheint, liest ihn jemand.",
    "form.title": "Kommentar schreiben",
    "form.reply": "Antwort schreiben",
    "refused.title": "Der Kommentar ist noch nicht angekommen",
    "back": "Zurück zum Beitrag",
    "blog": "Zum Blog",
    "name": "Name",
    "website": "Website (freiwillig)",
    "text": "Kommentar",
    "empty": "Bitte leer lassen",
    "token": "Kennwort für Beschäftigte",
    "send": "Absenden",
}
_ENGLISH_REASONS = {
    Reason.BAD_REQUEST: "The request cannot be understood. Go back to the post and try again.",
    Reason.EMPTY_FIELD_FILLED: (
        "A field that must stay empty was filled in. Machines do that, and so do some browsers. "
        "If you are a person: please send the form below once more."
    ),
    Reason.TEXT_SHORT: "The comment is too short: it needs at least three characters.",
    Reason.TEXT_LONG: "The comment is too long: there is room for 10,000 characters.",
    Reason.NAME_LONG: "The name is too long: there is room for 80 characters.",
    Reason.BAD_WEBSITE: "The website must be an address that begins with http:// or https://.",
    Reason.STAFF_NAME: (
        "This name or address belongs to somebody who works here. If it is yours too, "
        "please add what tells you apart, such as your town."
    ),
    Reason.BAD_TOKEN: "The staff token is not valid.",
    Reason.FOREIGN_PAGE: "The form was sent from a page that does not belong to this blog.",
    Reason.CLOSED: "This post takes no more comments.",
    Reason.NOT_YOURS: "Only the person who wrote a comment can change it, for 15 minutes.",
    Reason.NOT_FOUND: "There is nothing here.",
    Reason.NO_SUCH_POST: "There is no such post on this blog.",
    Reason.BAD_METHOD: "This address does not work that way.",
    Reason.PUBLISHED_ALREADY: "The comment is published already and cannot be changed any more.",
    Reason.TOO_LARGE: "The form is too large: a comment has room for 10,000 characters.",
    Reason.BAD_TYPE: "The form was sent in a way that is not understood here.",
    Reason.FOREIGN_HOST: "This server does not answer to this name.",
    Reason.TOO_FAST: "That was too fast. Please wait a minute and send it again.",
    Reason.NOT_SAVED: "The comment could not be saved. Please send it again in a minute.",
}
_GERMAN_REASONS = {
    Reason.BAD_REQUEST: (
        "Die Anfrage ist nicht zu verstehen. Bitte zurück zum Beitrag und noch einmal versuchen."
    ),
    Reason.EMPTY_FIELD_FILLED: (
        "Ein Feld, das leer bleiben muss, war ausgefüllt. Das tun Maschinen und manche Browser. "
        "Wer ein Mensch ist: bitte das Formular noch einmal absenden."
    ),
    Reason.TEXT_SHORT: "Der Kommentar ist zu kurz: Er braucht mindestens drei Zeichen.",
    Reason.TEXT_LONG: "Der Kommentar ist zu lang: Platz ist für 10.000 Zeichen.",
    Reason.NAME_LONG: "Der Name ist zu lang: Platz ist für 80 Zeichen.",
    Reason.BAD_WEBSITE: "Die Website muss eine Adresse mit http:// oder https:// sein.",
    Reason.STAFF_NAME: (
        "Diesen Namen oder diese Adresse hat jemand, der hier arbeitet. Wer auch so heißt, "
        "ergänzt bitte etwas zur Unterscheidung, etwa den Wohnort."
    ),
    Reason.BAD_TOKEN: "Das Kennwort für Beschäftigte stimmt nicht.",
    Reason.FOREIGN_PAGE: "Das Formular kam von einer Seite, die nicht zu diesem Blog gehört.",
    Reason.CLOSED: "Dieser Beitrag nimmt keine Kommentare mehr an.",
    Reason.NOT_YOURS: "Nur wer einen Kommentar schrieb, kann ihn ändern, 15 Minuten lang.",
    Reason.NOT_FOUND: "Hier ist nichts.",
    Reason.NO_SUCH_POST: "Diesen Beitrag gibt es in diesem Blog nicht.",
    Reason.BAD_METHOD: "So ist diese Adresse nicht zu benutzen.",
    Reason.PUBLISHED_ALREADY: ("Der Kommentar ist schon veröffentlicht und nicht mehr zu ändern."),
    Reason.TOO_LARGE: "Das Formular ist zu groß: Ein Kommentar hat Platz für 10.000 Zeichen.",
    Reason.BAD_TYPE: "Das Formular kam auf eine Art, die hier nicht verstanden wird.",
    Reason.FOREIGN_HOST: "Dieser Server hört nicht auf diesen Namen.",
    Reason.TOO_FAST: "Das war zu schnell. Bitte eine Minute warten und noch einmal absenden.",
    Reason.NOT_SAVED: (
        "Der Kommentar ließ sich nicht speichern. Bitte in einer Minute noch einmal absenden."
    ),
}
SENTENCES: Mapping[str, Mapping[str, str]] = {"en": _ENGLISH, "de": _GERMAN}
REASONS: Mapping[str, Mapping[Reason, str]] = {"en": _ENGLISH_REASONS, "de": _GERMAN_REASONS}


def spoken(lang: str) -> str:
    """The language in which the intake speaks on a page in ``lang``."""
    short = lang.partition("-")[0].lower()
    return short if short in SENTENCES else "en"
