"""What the pages themselves say in English: labels, buttons and the words about feeds."""

from collections.abc import Mapping

TEXTS: Mapping[str, str | Mapping[str, str]] = {
    # Around every page
    "skip": "Skip to the content",
    "navigation": "Main navigation",
    "languages": "Languages",
    "duties": "About this blog",
    "subscribe": "Subscribe",
    "pages": "Pages",
    "newer": "Newer posts",
    "older": "Older posts",
    "to_dark": "Dark colours",
    "to_light": "Light colours",
    # Lists
    "people": "Who writes here",
    "latest": "Latest",
    "no_posts": "Nothing has been published here yet.",
    "feeds": "Subscribe to this list",
    "contents": "Contents",
    # A post
    "kind_opinion": "Opinion",
    "kind_report": "Report",
    "kind_howto": "How-to",
    "kind_announcement": "Announcement",
    "kind_case-study": "Case study",
    "kind_crisis": "About an incident",
    "kind_correction": "Correction",
    "kind_qa": "Questions and answers",
    "kind_transcript": "Transcript",
    "updated": "Updated",
    "disclosure": "Disclosure",
    "updates": "What has happened since",
    "promises": "Promised here",
    "license": "Licence",
    "thanks": "Thanks to",
    "topics": "Topics",
    "translations": "Also in",
    "series": "Series",
    "series_part": "Part {number} of",
    "related": "More on this",
    "neighbours": "Earlier and later posts",
    "previous": "Earlier",
    "next": "Later",
    "answer": "Questions and objections",
    "write_instead": "Write to:",
    "by_mail": "Send by mail",
    "copy_link": "Copy link",
    "link_copied": "Link copied",
    "share_with": "Share with …",
    "permalink": "Link to this section",
    "embed_load": "Load from {host}",
    "embed_why": "The other site learns that you are here only if you load it.",
    # A profile
    "reach": "How to reach {name}",
    "speaks": "Languages",
    "ties": "What ties the author",
    "memberships": "Member of",
    "positions": "Positions here",
    "posts_by": "Written by {name}",
    "follow": "Follow {name}",
    # Written pages, corrections, what is no longer there
    "as_of": "As of",
    "no_corrections": "Nothing has been corrected yet.",
    "not_found": "It may have moved, or the link has a typo. These lead somewhere:",
    "withdrawn": "Withdrawn on",
    "decided_by": "Decided by",
    "moved": "This page has moved",
    # Rules in force, moderation
    "rule_families": "What the rules are about",
    "rule_why": "Why",
    "rule_instead": "Instead",
    "rule_changed": "Changed here",
    "exceptions": "Exceptions",
    "exceptions_why": (
        "A named person may accept what a rule finds, with a reason that everybody can read."
    ),
    "no_exceptions": "There are none.",
    "until": "until",
    "no_rules": "No rules are in force.",
    "removals": "Removed, by reason",
    "no_report": "Nothing has been published yet, so nobody could comment.",
    # What feeds are
    "feed_what_title": "What is a feed?",
    "feed_what": (
        "A feed is a list of the newest posts that a program can read. "
        "You give its address to a feed reader, and every new post appears there by itself: "
        "in full, in order, without an account and without an algorithm that picks for you."
    ),
    "feed_how_title": "How it works",
    "feed_step_reader": (
        "Get a feed reader. There are free ones for every phone and computer, "
        "and many mail programs and browsers can read feeds too."
    ),
    "feed_step_address": (
        "Copy an address from the list below and paste it where the reader says “add” or “follow”."
    ),
    "feed_step_read": "Read when it suits you. To stop, remove the feed from your reader.",
    "feed_privacy": (
        "No one here learns who you are: no mail address, no account, no newsletter, no tracking."
    ),
    "feed_formats": "Feeds come in several formats with the same posts. If in doubt, take Atom.",
    "feed_all": "Everything on this blog",
    "feed_atom": "Atom",
    "feed_rss": "RSS",
    "feed_json": "JSON Feed",
}
