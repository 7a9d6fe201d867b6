"""What the pages themselves say in German: labels, buttons and the words about feeds."""

from collections.abc import Mapping

TEXTS: Mapping[str, str | Mapping[str, str]] = {
    # Around every page
    "skip": "Zum Inhalt springen",
    "navigation": "Hauptnavigation",
    "languages": "Sprachen",
    "duties": "Über dieses Blog",
    "subscribe": "Abonnieren",
    "pages": "Seiten",
    "newer": "Neuere Beiträge",
    "older": "Ältere Beiträge",
    "to_dark": "Dunkle Farben",
    "to_light": "Helle Farben",
    # Lists
    "people": "Wer hier schreibt",
    "latest": "Neueste Beiträge",
    "no_posts": "Hier ist noch nichts erschienen.",
    "feeds": "Diese Liste abonnieren",
    "contents": "Inhalt",
    # A post
    "kind_opinion": "Meinung",
    "kind_report": "Bericht",
    "kind_howto": "Anleitung",
    "kind_announcement": "Ankündigung",
    "kind_case-study": "Fallbeispiel",
    "kind_crisis": "Zu einem Vorfall",
    "kind_correction": "Berichtigung",
    "kind_qa": "Fragen und Antworten",
    "kind_transcript": "Abschrift",
    "updated": "Aktualisiert am",
    "disclosure": "Offenlegung",
    "updates": "Was seither geschah",
    "promises": "Hier versprochen",
    "license": "Lizenz",
    "thanks": "Dank an",
    "topics": "Themen",
    "translations": "Auch auf",
    "series": "Serie",
    "series_part": "Teil {number} von",
    "related": "Mehr dazu",
    "neighbours": "Frühere und spätere Beiträge",
    "previous": "Früher",
    "next": "Später",
    "answer": "Fragen und Widerspruch",
    "write_instead": "Schreiben Sie an:",
    "by_mail": "Per Mail senden",
    "copy_link": "Link kopieren",
    "link_copied": "Link kopiert",
    "share_with": "Teilen mit …",
    "permalink": "Link zu diesem Abschnitt",
    "embed_load": "Von {host} laden",
    "embed_why": "Erst wenn Sie laden, erfährt die andere Website, dass Sie hier sind.",
    # A profile
    "reach": "So erreichen Sie {name}",
    "speaks": "Sprachen",
    "ties": "Bindungen und Interessen",
    "memberships": "Mitglied bei",
    "positions": "Stationen im Haus",
    "posts_by": "Von {name} geschrieben",
    "follow": "{name} folgen",
    # Written pages, corrections, what is no longer there
    "as_of": "Stand:",
    "no_corrections": "Bisher wurde nichts berichtigt.",
    "not_found": "Vielleicht ist sie umgezogen, oder der Link ist vertippt. Hier geht es weiter:",
    "withdrawn": "Zurückgezogen am",
    "decided_by": "Entschieden von",
    "moved": "Diese Seite ist umgezogen",
    # Rules in force, moderation
    "rule_families": "Worum es in den Regeln geht",
    "rule_why": "Warum",
    "rule_instead": "Stattdessen",
    "rule_changed": "Hier geändert",
    "exceptions": "Ausnahmen",
    "exceptions_why": (
        "Ein Mensch mit Namen darf hinnehmen, was eine Regel findet, "
        "mit einem Grund, den alle lesen können."
    ),
    "no_exceptions": "Es gibt keine.",
    "until": "bis",
    "no_rules": "Es gelten keine Regeln.",
    "removals": "Entfernt, nach Gründen",
    "no_report": "Noch ist nichts erschienen, also konnte niemand kommentieren.",
    # What feeds are
    "feed_what_title": "Was ist ein Feed?",
    "feed_what": (
        "Ein Feed ist eine Liste der neuesten Beiträge, die ein Programm lesen kann. "
        "Sie geben die Adresse einem Feedreader, und jeder neue Beitrag erscheint dort von selbst: "
        "ganz, der Reihe nach, ohne Konto und ohne einen Algorithmus, der für Sie auswählt."
    ),
    "feed_how_title": "So geht es",
    "feed_step_reader": (
        "Besorgen Sie sich einen Feedreader. Es gibt kostenlose für jedes Telefon "
        "und jeden Computer; auch viele Mailprogramme und Browser können Feeds lesen."
    ),
    "feed_step_address": (
        "Kopieren Sie eine Adresse aus der Liste unten und fügen Sie sie dort ein, "
        "wo der Feedreader „hinzufügen“ oder „folgen“ anbietet."
    ),
    "feed_step_read": (
        "Lesen Sie, wann es Ihnen passt. Zum Abbestellen entfernen Sie den Feed im Feedreader."
    ),
    "feed_privacy": (
        "Niemand hier erfährt, wer Sie sind: "
        "keine Mailadresse, kein Konto, kein Newsletter, kein Tracking."
    ),
    "feed_formats": (
        "Feeds gibt es in mehreren Formaten mit denselben Beiträgen. Im Zweifel nehmen Sie Atom."
    ),
    "feed_all": "Alles in diesem Blog",
    "feed_atom": "Atom",
    "feed_rss": "RSS",
    "feed_json": "JSON Feed",
}
