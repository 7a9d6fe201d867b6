"""XMP, the XML that programs write into pictures: single values of it, and a small new one.

The packets come from foreign files, so they are searched as text and never parsed as XML: no
entity is expanded.
"""

import re
from collections.abc import Mapping
from html import escape, unescape

# Who made a picture and what allows its use: with the form in which XMP writes it.
KEPT: Mapping[str, str] = {
    "dc:creator": "Seq",
    "dc:rights": "Alt",
    "dc:title": "Alt",
    "dc:description": "Alt",
    "photoshop:Credit": "",
    "photoshop:Source": "",
    "xmpRights:Marked": "",
    "xmpRights:UsageTerms": "Alt",
    "xmpRights:WebStatement": "",
    "cc:license": "",
    "Iptc4xmpExt:DigitalSourceType": "",
}
_SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "cc": "http://creativecommons.org/ns#",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
}
# A packet names a property once or twice; more would be an attempt to waste time.
_MOST_TRIES = 20
_ITEM = re.compile(r"<rdf:li\b[^<>]*>([^<>]*)<")
_RESOURCE = re.compile(r"""rdf:resource\s*=\s*["']([^"'<>]*)""")
_TAG = re.compile(r"<[^<>]*>")
_ATTRIBUTE_VALUE = re.compile(r"""\s*=\s*(?:"([^"]*)"|'([^']*)')""")


def has(xmp: str, name: str) -> bool:
    """Whether the packet has a property ``name``, such as ``exif:GPSLatitude``, with a value."""
    return bool(value(xmp, name))


def value(xmp: str, name: str) -> str:
    """The first value of the property ``name``; several items are joined by commas."""
    place = xmp.find(name)
    for _ in range(_MOST_TRIES):
        if place < 0:
            break
        end = place + len(name)
        found = ""
        if xmp[place - 1 : place] == "<":
            found = _element(xmp, name, end)
        elif xmp[place - 1 : place].isspace():
            match = _ATTRIBUTE_VALUE.match(xmp, end)
            found = (match.group(1) or match.group(2) or "") if match else ""
        if found.strip():
            return unescape(found).strip()
        place = xmp.find(name, end)
    return ""


def _element(xmp: str, name: str, start: int) -> str:
    """What stands in the element whose name ends at ``start``."""
    head_end = xmp.find(">", start)
    if head_end < 0 or xmp[start : start + 1] not in (">", "/", " ", "\n", "\t", "\r"):
        return ""
    resource = _RESOURCE.search(xmp, start, head_end)
    if resource or xmp[head_end - 1] == "/":
        return resource.group(1) if resource else ""
    end = xmp.find(f"</{name}>", head_end)
    inside = xmp[head_end + 1 : end] if end >= 0 else ""
    items = _ITEM.findall(inside)
    return ", ".join(item.strip() for item in items) if items else _TAG.sub("", inside)


def packet(values: Mapping[str, str]) -> str:
    """A packet that says ``values``, by the names of KEPT; empty where there are none."""
    if not values:
        return ""
    used = dict.fromkeys(name.partition(":")[0] for name in values)
    spaces = "".join(f' xmlns:{space}="{_SPACES[space]}"' for space in used)
    said = "".join(_said(name, text, KEPT[name]) for name, text in values.items())
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about=""{spaces}>{said}</rdf:Description>'
        '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    )


def _said(name: str, text: str, form: str) -> str:
    shown = escape(text, quote=False)
    if form == "Alt":
        shown = f'<rdf:Alt><rdf:li xml:lang="x-default">{shown}</rdf:li></rdf:Alt>'
    elif form:
        shown = f"<rdf:{form}><rdf:li>{shown}</rdf:li></rdf:{form}>"
    return f"<{name}>{shown}</{name}>"
