"""What the blog says of itself in German: rules in force, comment policy, moderation report."""

from collections.abc import Mapping

TEXTS: Mapping[str, str | Mapping[str, str]] = {
    # Geltende Regeln
    "heading.rules": "Geltende Regeln",
    "intro.rules": (
        "An diesen Regeln prüft ein Programm die Texte dieses Blogs. "
        "Es schreibt auch diese Seite, darum fehlt hier nichts: weder abgeschaltete Regeln noch "
        "Ausnahmen."
    ),
    "rules.level.error": "Fehler",
    "rules.level.error.meaning": {
        "one": "Muss behoben werden. {count} Regel.",
        "other": "Muss behoben werden. {count} Regeln.",
    },
    "rules.level.warning": "Warnung",
    "rules.level.warning.meaning": {
        "one": "Verlangt einen zweiten Blick. {count} Regel.",
        "other": "Verlangt einen zweiten Blick. {count} Regeln.",
    },
    "rules.level.info": "Hinweis",
    "rules.level.info.meaning": {
        "one": "Kann helfen. {count} Regel.",
        "other": "Kann helfen. {count} Regeln.",
    },
    "rules.level.off": "Abgeschaltet",
    "rules.level.off.meaning": {
        "one": "Wird auf diesem Blog nicht geprüft. {count} Regel.",
        "other": "Wird auf diesem Blog nicht geprüft. {count} Regeln.",
    },
    "rules.family.AUTH": "Hinter jedem Beitrag steht ein Mensch mit Namen",
    "rules.family.DISC": "Was Autoren bindet, wird gesagt",
    "rules.family.EVID": "Eine Behauptung hat ihren Beleg neben sich",
    "rules.family.JARG": "Schlichte Wörter, keine Werbesprache",
    "rules.family.VOICE": "Es spricht ein Mensch, keine Pressestelle",
    "rules.family.REPET": "Nichts wird immer wieder gesagt",
    "rules.family.READ": "Texte sind leicht zu lesen",
    "rules.family.IMG": "Bilder sagen, von wem sie sind und was sie zeigen",
    "rules.family.CONF": "Geheimes und Persönliches bleibt draußen",
    "rules.family.CORR": "Fehler werden offen berichtigt",
    "rules.family.DIAL": "Leser bekommen eine Antwort",
    "rules.family.SITE": "Pflichten des ganzen Blogs",
    "rules.family.own": "Weitere Regeln: {family}",
    "rules.checked": "Geprüft {gates}",
    "rules.gate.PR": "bei jeder Änderung",
    "rules.gate.SCHED": "regelmäßig, weil schon die Zeit sie verletzen kann",
    "rules.gate.OUT": "an den fertigen Seiten",
    "rules.discreet": "die Werte bleiben im Haus",
    "rules.yes": "ja",
    "rules.no": "nein",
    "rules.nothing": "nichts",
    "rules.excepted": "Ausnahme",
    "rules.released": "Freigabe",
    "rules.released.as": "Angesehen und freigegeben ({role}).",
    # Kommentarregeln
    "heading.comment_policy": "Kommentarregeln",
    "intro.comment_policy": (
        "Wer auf diesem Blog Kommentare liest und beantwortet, wie bald, und was mit einem "
        "Kommentar geschehen kann."
    ),
    "intro.comment_policy.closed": "Kommentare sind auf diesem Blog geschlossen.",
    "comments.instead": "Wohin Sie stattdessen schreiben können",
    "comments.readers": "Wer liest und antwortet",
    "comments.hours": "Wann jemand da ist",
    "comments.hours.when": "Montag bis Freitag von {begin} bis {end} Uhr ({zone}).",
    "comments.hours.holidays": "Nicht an Feiertagen ({region}).",
    "comments.hours.days_off": "Geschlossen am {days}.",
    "comments.target_time": "Wie bald eine Antwort kommt",
    "comments.target_time.how": (
        "Gezählt in Arbeitstagen. Lob und Dank brauchen keine Antwort; gelesen werden sie auch."
    ),
    "comments.kind.complaint": "Beschwerde",
    "comments.kind.correction": "Hinweis auf einen Fehler",
    "comments.kind.question": "Frage",
    "comments.kind.criticism": "Kritik",
    "comments.within": {
        "one": "binnen {count} Arbeitstag",
        "other": "binnen {count} Arbeitstagen",
    },
    "comments.reasons": "Warum ein Kommentar entfernt werden kann",
    "comments.reasons.closed_list": (
        "Diese Liste ist vollständig: Aus einem anderen Grund wird kein Kommentar entfernt. An "
        "die Stelle tritt ein Vermerk mit Tag und Grund, nur bei Spam nicht. "
        "Alle Entfernungen werden gezählt."
    ),
    "comments.criticism": "Kritik ist kein Grund",
    "comments.criticism.stays": (
        "Kommentare bleiben stehen, auch wenn sie negativ, ungerecht, falsch oder für die Firma "
        "unbequem sind. Statt entfernt zu werden, bekommen sie eine Antwort."
    ),
    "comments.objection": "Wie Sie widersprechen",
    "comments.objection.how": (
        "Sie halten eine Entfernung für falsch, oder ein Kommentar hier verletzt das Recht? "
        "Schreiben Sie, um welchen Kommentar es geht und warum:"
    ),
    "comments.data_protection": "Datenschutz",
    "comments.data_protection.where": (
        "Was gespeichert wird, wenn Sie kommentieren, wie lange, und welche Rechte Sie haben:"
    ),
    "removal.spam": "Spam",
    "removal.spam.meaning": "von Maschinen oder in Massen verschickt",
    "removal.illegal": "Rechtswidriges",
    "removal.illegal.meaning": "verletzt das Recht, etwa Drohung oder Hetze",
    "removal.insult": "Beleidigung",
    "removal.insult.meaning": "greift einen Menschen an und keine Sache",
    "removal.discrimination": "Diskriminierung",
    "removal.discrimination.meaning": (
        "setzt Menschen herab wegen Herkunft, Geschlecht, Religion, Behinderung, Alter oder "
        "sexueller Identität"
    ),
    "removal.personal-data": "Persönliche Daten",
    "removal.personal-data.meaning": "verrät über jemanden, was nicht öffentlich ist",
    "removal.advertising": "Werbung",
    "removal.advertising.meaning": "will etwas verkaufen, worum es hier nicht geht",
    "removal.duplicate": "Doppelt",
    "removal.duplicate.meaning": "derselbe Text steht schon hier",
    "removal.off-topic": "Nicht zum Thema",
    "removal.off-topic.meaning": "hat mit dem Beitrag und der Firma nichts zu tun",
    "removal.author-request": "Auf eigenen Wunsch",
    "removal.author-request.meaning": "wer ihn geschrieben hat, bat darum",
    "removal.court-order": "Anordnung eines Gerichts",
    "removal.court-order.meaning": "ein Gericht oder eine Behörde hat es angeordnet",
    # Moderationsbericht
    "heading.moderation_report": "Moderationsbericht",
    "intro.moderation_report": (
        "Wie viele Kommentare kamen, wie viele beantwortet wurden, und wie viele aus welchem Grund "
        "entfernt wurden. Gezählt von einem Programm."
    ),
    "moderation.since": "Seit dem {date}",
    "moderation.received": "Eingegangene Kommentare",
    "moderation.answered": "Beantwortet",
    "moderation.held": "Warten auf eine Entscheidung",
    "moderation.removed": "Entfernt",
}
