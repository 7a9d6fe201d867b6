"""What the blog says of itself in English: rules in force, comment policy, moderation report."""

from collections.abc import Mapping

TEXTS: Mapping[str, str | Mapping[str, str]] = {
    # Rules in force
    "heading.rules": "Rules in force",
    "intro.rules": (
        "The texts of this blog are checked against these rules by a program. "
        "It also writes this page, so nothing is left out: neither rules that are switched off "
        "nor exceptions."
    ),
    "rules.level.error": "Error",
    "rules.level.error.meaning": {
        "one": "Has to be mended. {count} rule.",
        "other": "Has to be mended. {count} rules.",
    },
    "rules.level.warning": "Warning",
    "rules.level.warning.meaning": {
        "one": "Wants a second look. {count} rule.",
        "other": "Wants a second look. {count} rules.",
    },
    "rules.level.info": "Hint",
    "rules.level.info.meaning": {
        "one": "May help. {count} rule.",
        "other": "May help. {count} rules.",
    },
    "rules.level.off": "Switched off",
    "rules.level.off.meaning": {
        "one": "Not checked on this blog. {count} rule.",
        "other": "Not checked on this blog. {count} rules.",
    },
    "rules.family.AUTH": "A named person stands behind every post",
    "rules.family.DISC": "What ties the authors is said",
    "rules.family.EVID": "A claim has its proof beside it",
    "rules.family.JARG": "Plain words, no marketing language",
    "rules.family.VOICE": "A person speaks, no press office",
    "rules.family.REPET": "Nothing is said again and again",
    "rules.family.READ": "Texts are easy to read",
    "rules.family.IMG": "Pictures say who made them and what they show",
    "rules.family.CONF": "Secrets and personal data stay out",
    "rules.family.CORR": "Mistakes are put right in the open",
    "rules.family.DIAL": "Readers get an answer",
    "rules.family.SITE": "Duties of the whole blog",
    "rules.family.own": "Further rules: {family}",
    "rules.checked": "Checked {gates}",
    "rules.gate.PR": "with every change",
    "rules.gate.SCHED": "regularly, because time alone can break it",
    "rules.gate.OUT": "on the finished pages",
    "rules.discreet": "the values stay in the house",
    "rules.yes": "yes",
    "rules.no": "no",
    "rules.nothing": "nothing",
    "rules.excepted": "Exception",
    "rules.released": "Release",
    "rules.released.as": "Looked at and released ({role}).",
    # Comment policy
    "heading.comment_policy": "Comment policy",
    "intro.comment_policy": (
        "Who reads comments on this blog and answers them, how soon, and what can happen to a "
        "comment."
    ),
    "intro.comment_policy.closed": "Comments are closed on this blog.",
    "comments.instead": "Where to write instead",
    "comments.readers": "Who reads and answers",
    "comments.hours": "When somebody is there",
    "comments.hours.when": "Monday to Friday from {begin} to {end} ({zone}).",
    "comments.hours.holidays": "Not on public holidays ({region}).",
    "comments.hours.days_off": "Closed on {days}.",
    "comments.target_time": "How soon an answer comes",
    "comments.target_time.how": (
        "Counted in working days. Praise and thanks need no answer; they are read all the same."
    ),
    "comments.kind.complaint": "Complaint",
    "comments.kind.correction": "Pointing out a mistake",
    "comments.kind.question": "Question",
    "comments.kind.criticism": "Criticism",
    "comments.within": {
        "one": "within {count} working day",
        "other": "within {count} working days",
    },
    "comments.reasons": "Why a comment can be removed",
    "comments.reasons.closed_list": (
        "This list is complete: for any other reason no comment is removed. What is removed leaves "
        "a note with the day and the reason; only spam leaves none. All removals are counted."
    ),
    "comments.criticism": "Criticism is no reason",
    "comments.criticism.stays": (
        "A comment stays even when it is negative, unfair, wrong or awkward for the company. "
        "It gets an answer instead."
    ),
    "comments.objection": "How to object",
    "comments.objection.how": (
        "A removal seems wrong, or a comment here breaks the law? "
        "Write, say which comment it is about and why:"
    ),
    "comments.data_protection": "Data protection",
    "comments.data_protection.where": (
        "What is stored when you comment, for how long, and what rights you have:"
    ),
    "removal.spam": "Spam",
    "removal.spam.meaning": "sent by machines or in masses",
    "removal.illegal": "Illegal content",
    "removal.illegal.meaning": "breaks the law, such as threats or incitement",
    "removal.insult": "Insult",
    "removal.insult.meaning": "attacks a person and not a matter",
    "removal.discrimination": "Discrimination",
    "removal.discrimination.meaning": (
        "degrades people for their origin, sex, religion, disability, age or sexual identity"
    ),
    "removal.personal-data": "Personal data",
    "removal.personal-data.meaning": "tells of somebody what is not public",
    "removal.advertising": "Advertising",
    "removal.advertising.meaning": "sells something that is not the matter here",
    "removal.duplicate": "Duplicate",
    "removal.duplicate.meaning": "the same text stands here already",
    "removal.off-topic": "Off topic",
    "removal.off-topic.meaning": "has nothing to do with the post or the company",
    "removal.author-request": "Wish of the writer",
    "removal.author-request.meaning": "the person who wrote it asked for it",
    "removal.court-order": "Order of a court",
    "removal.court-order.meaning": "a court or an authority has ordered it",
    # Moderation report
    "heading.moderation_report": "Moderation report",
    "intro.moderation_report": (
        "How many comments came in, how many were answered, and how many were removed for which "
        "reason. Counted by a program."
    ),
    "moderation.since": "Since {date}",
    "moderation.received": "Comments received",
    "moderation.answered": "Answered",
    "moderation.held": "Waiting for a decision",
    "moderation.removed": "Removed",
}
