"""What stands around comments and answers in English, and the figures about them."""

from collections.abc import Mapping

TEXTS: Mapping[str, str | Mapping[str, str]] = {
    # Below a post
    "heading.comments": "Comments",
    "comments.count": {"one": "{count} comment", "other": "{count} comments"},
    "comments.promise": {
        "one": "Questions get an answer within {count} working day.",
        "other": "Questions get an answer within {count} working days.",
    },
    "comments.kept": {
        "one": "{quarter}: {kept} of {count} came on time.",
        "other": "{quarter}: {kept} of {count} came on time.",
    },
    "post.comments_closed.since": "Comments were closed on {date}.",
    "comment.nameless": "No name given",
    "comment.affiliation": "speaks for {affiliation}",
    "comment.edited": "edited",
    "comment.edited.date": "edited on {date}",
    "comment.removed": "Removed",
    "comment.removed.date": "Removed on {date}",
    "comment.removed.reason": "{removed}: {reason}.",
    "comment.removed.rule": "{removed}: {reason} ({rule}).",
    "comment.answered": "Answered by {name}",
    "comment.answered.confirmed": "Answered by {name}, confirmed by {confirmed}",
    "comment.answered.elsewhere": "Answered elsewhere",
    "comment.to": "to {name}",
    "comment.to.removed": "to a removed comment",
    "comment.holding": "An answer is promised by {date}.",
    "comment.confirmed": "Confirmed by {name}.",
    "comment.no_response.abusive": "Not answered: it attacks people.",
    "comment.no_response.duplicate": "Not answered: the same is asked and answered here already.",
    "comment.no_response.off-topic": "Not answered: it is about something else.",
    "comment.no_response.settled": "Not answered: it has been settled.",
    "comment.elsewhere": "Answered elsewhere",
    "comment.elsewhere.where": "Answered elsewhere: {where}",
    "comment_mentions": "Mentioned elsewhere",
    "comment_also": "Also answers",
    "comment_feed": "Subscribe to these comments",
    "comment_write": "Write a comment",
    "comment_reply": "Reply to {name}",
    "comment_name": "Name",
    "comment_website": "Website",
    "comment_optional": "optional",
    "comment_text": "Comment",
    "comment_trap": "Leave this empty",
    "comment_send": "Send",
    "comment_how": (
        "A person reads each comment before it appears. No mail address is asked for. "
        "Markdown works."
    ),
    "comment_privacy": "What is stored:",
    # A profile
    "answers_by": "Answered by {name}",
    # Titles of feeds
    "title.comment_feed": "Comments on “{title}”",
    "title.comment": "{name} on “{title}”",
    # Moderation report: figures
    "moderation.quarter": "Q{number} {year}",
    "moderation.needing": "Asked for an answer",
    "moderation.on_time": "Answered on time",
    "moderation.median": "Half within",
    "moderation.p90": "Nine of ten within",
    "moderation.no_response": "Closed without an answer",
    "moderation.resolved": "Resolved conversations",
    "moderation.turns": "Replies until resolved",
    "moderation.percent": "{value}%",
    "moderation.hours": "{value} h",
    "moderation.share": "{kept} of {count} ({percent})",
    "moderation.none": "–",
    "moderation.team": "Team",
    "moderation.small_teams": "Small teams together",
    "moderation.teams": "By team, {quarter}",
    "chart.quarter": "Quarter",
    "chart.reason": "Reason",
    "chart.comments": "Comments",
    "chart.on_time": "Answered on time",
    "chart.on_time.about": (
        "Share of comments asking for an answer that got one on time. {quarter}: {value}."
    ),
    "chart.hours": "Working hours until an answer",
    "chart.hours.about": (
        "Working hours until half and until nine of ten comments were answered. {quarter}: {value}."
    ),
    "chart.turns": "Replies until resolved",
    "chart.turns.about": (
        "How many replies it took on average until a conversation ended well. {quarter}: {value}."
    ),
    "chart.removals": "Removed, by reason",
    "chart.removals.about": {
        "one": "{count} comment was removed from {first} to {last}.",
        "other": "{count} comments were removed from {first} to {last}.",
    },
}
