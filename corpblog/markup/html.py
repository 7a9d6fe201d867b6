"""The door of the HTML libraries: readers' HTML made safe, text out of any HTML."""

# A comment may point and quote and show code; it brings no pictures, ids or styles.
_TAGS = frozenset(
    "a abbr b blockquote br code del em i kbd li ol p pre q s strong sub sup ul".split()
)
_ATTRIBUTES = {"a": {"href", "title"}, "abbr": {"title"}, "ol": {"start"}}
_SCHEMES = frozenset(("http", "https", "mailto"))
_LINK_REL = "nofollow ugc noopener"


def sanitise(html: str) -> str:
    """HTML that came from a reader, reduced to what cannot harm or mislead others.

    A short list of text elements, no pictures, ids, classes or styles; links only to web and
    mail addresses, marked ``nofollow ugc noopener``.
    """
    import nh3

    return nh3.clean(
        html,
        tags=set(_TAGS),
        attributes={name: set(allowed) for name, allowed in _ATTRIBUTES.items()},
        url_schemes=set(_SCHEMES),
        link_rel=_LINK_REL,
        strip_comments=True,
    )


def plain_text(html: str) -> str:
    """The visible text of any HTML, in one line; scripts, styles and comments are no text."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(html)
    tree.strip_tags(["script", "style", "template", "noscript"])
    root = tree.body
    return " ".join(root.text(separator=" ").split()) if root is not None else ""
