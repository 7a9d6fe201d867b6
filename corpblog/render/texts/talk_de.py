"""What stands around comments and answers in German, and the figures about them."""

from collections.abc import Mapping

TEXTS: Mapping[str, str | Mapping[str, str]] = {
    # Unter einem Beitrag
    "heading.comments": "Kommentare",
    "comments.count": {"one": "{count} Kommentar", "other": "{count} Kommentare"},
    "comments.promise": {
        "one": "Fragen werden innerhalb von {count} Arbeitstag beantwortet.",
        "other": "Fragen werden innerhalb von {count} Arbeitstagen beantwortet.",
    },
    "comments.kept": {
        "one": "{quarter}: {kept} von {count} rechtzeitig.",
        "other": "{quarter}: {kept} von {count} rechtzeitig.",
    },
    "post.comments_closed.since": "Seit dem {date} sind die Kommentare geschlossen.",
    "comment.nameless": "Ohne Namen",
    "comment.affiliation": "spricht für {affiliation}",
    "comment.edited": "geändert",
    "comment.edited.date": "geändert am {date}",
    "comment.removed": "Entfernt",
    "comment.removed.date": "Entfernt am {date}",
    "comment.removed.reason": "{removed}: {reason}.",
    "comment.removed.rule": "{removed}: {reason} ({rule}).",
    "comment.answered": "Beantwortet von {name}",
    "comment.answered.confirmed": "Beantwortet von {name}, bestätigt von {confirmed}",
    "comment.answered.elsewhere": "Anderswo beantwortet",
    "comment.to": "an {name}",
    "comment.to.removed": "an einen entfernten Kommentar",
    "comment.holding": "Eine Antwort ist bis zum {date} zugesagt.",
    "comment.confirmed": "Bestätigt von {name}.",
    "comment.no_response.abusive": "Nicht beantwortet: greift Menschen an.",
    "comment.no_response.duplicate": (
        "Nicht beantwortet: dasselbe ist hier schon gefragt und beantwortet."
    ),
    "comment.no_response.off-topic": "Nicht beantwortet: gehört nicht zum Thema.",
    "comment.no_response.settled": "Nicht beantwortet: hat sich erledigt.",
    "comment.elsewhere": "Anderswo beantwortet",
    "comment.elsewhere.where": "Anderswo beantwortet: {where}",
    "comment_mentions": "Anderswo erwähnt",
    "comment_also": "Beantwortet auch",
    "comment_feed": "Diese Kommentare abonnieren",
    "comment_write": "Kommentar schreiben",
    "comment_reply": "{name} antworten",
    "comment_name": "Name",
    "comment_website": "Website",
    "comment_optional": "freiwillig",
    "comment_text": "Kommentar",
    "comment_trap": "Dieses Feld leer lassen",
    "comment_send": "Senden",
    "comment_how": (
        "Ein Mensch liest jeden Kommentar vor dem Erscheinen. Nach einer Mailadresse wird nicht "
        "gefragt. Markdown geht."
    ),
    "comment_privacy": "Was gespeichert wird:",
    # Ein Profil
    "answers_by": "Antworten von {name}",
    # Titel von Feeds
    "title.comment_feed": "Kommentare zu „{title}“",
    "title.comment": "{name} zu „{title}“",
    # Moderationsbericht: Zahlen
    "moderation.quarter": "{number}. Quartal {year}",
    "moderation.needing": "Mit Frage, Kritik oder Beschwerde",
    "moderation.on_time": "Rechtzeitig beantwortet",
    "moderation.median": "Die Hälfte innerhalb von",
    "moderation.p90": "Neun von zehn innerhalb von",
    "moderation.no_response": "Ohne Antwort geschlossen",
    "moderation.resolved": "Geklärte Gespräche",
    "moderation.turns": "Antworten bis zur Klärung",
    "moderation.percent": "{value} %",
    "moderation.hours": "{value} Std.",
    "moderation.share": "{kept} von {count} ({percent})",
    "moderation.none": "–",
    "moderation.team": "Team",
    "moderation.small_teams": "Kleine Teams zusammen",
    "moderation.teams": "Nach Team, {quarter}",
    "chart.quarter": "Quartal",
    "chart.reason": "Grund",
    "chart.comments": "Kommentare",
    "chart.on_time": "Rechtzeitig beantwortet",
    "chart.on_time.about": (
        "Anteil der Kommentare mit Frage, Kritik oder Beschwerde, die rechtzeitig beantwortet "
        "wurden. {quarter}: {value}."
    ),
    "chart.hours": "Arbeitsstunden bis zur Antwort",
    "chart.hours.about": (
        "Arbeitsstunden, bis die Hälfte und bis neun von zehn Kommentaren beantwortet waren. "
        "{quarter}: {value}."
    ),
    "chart.turns": "Antworten bis zur Klärung",
    "chart.turns.about": (
        "Wie viele Antworten es im Mittel brauchte, bis ein Gespräch gut ausging. "
        "{quarter}: {value}."
    ),
    "chart.removals": "Entfernt, nach Grund",
    "chart.removals.about": {
        "one": "{count} Kommentar wurde von {first} bis {last} entfernt.",
        "other": "{count} Kommentare wurden von {first} bis {last} entfernt.",
    },
}
