"""What somebody announces without a day: the phrases; and when a recorded promise is settled."""

from collections.abc import Mapping

from corpblog.model.correction import Promise

# “Will” alone says nothing: the first person and a verb of this list are needed.
PROMISES: Mapping[str, tuple[str, ...]] = {
    "en": (
        "(I|we) (will|shall) (get back|report back|follow up|look into|look after)",
        "(I'll|we'll) (get back|report back|follow up|look into|look after)",
        "(I|we) (will|shall) (fix|publish|correct|repair) (it|this|that|them|the)",
        "(I'll|we'll) (fix|publish|correct|repair) (it|this|that|them|the)",
        "(I|we) (will|shall) keep you (posted|updated|informed)",
        "(I'll|we'll) keep you (posted|updated|informed)",
        "part (2|two|3|three) (follows|will follow|is coming|coming soon|comes next)",
        "more (on this|about this|) (soon|shortly)",
        "stay tuned",
        "watch this space",
    ),
    "de": (
        "ich melde mich",
        "melde mich (|dann |noch )(wieder|bei Ihnen|bei dir|morgen|nächste Woche)",
        "wir melden uns",
        "(ich kümmere mich|kümmere mich|wir kümmern uns) (|gern |gerne |sofort )(darum|drum)",
        "Teil (2|zwei|3|drei) folgt",
        "in Kürze (|hier )mehr",
        "mehr (|dazu |darüber |hier )in Kürze",
        "wir halten (Sie|euch|dich) auf dem Laufenden",
        "ich halte (Sie|euch|dich) auf dem Laufenden",
        "(wir|ich) (werde|werden) (wieder |hier |darüber |)berichten",
        "(reiche|reichen) (ich|wir) (|noch )nach",
    ),
}


def is_settled(promise: Promise) -> bool:
    """Whether it was kept, with day and link, or dropped, with day and reason."""
    kept, dropped = promise.kept, promise.dropped
    is_kept = kept is not None and kept.date is not None and bool(kept.link.strip())
    is_dropped = dropped is not None and dropped.date is not None and bool(dropped.why.strip())
    return is_kept or is_dropped
