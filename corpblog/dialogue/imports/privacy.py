"""Addresses out of texts: what reaches a person or a machine does not come over."""

import re
from collections.abc import Iterable

# A handle of a social network (@name@host) reaches nobody by mail, nor does git@host.
_MAIL = re.compile(r"(?<![\w@.+\\-])(?!git@)[\w.+\\-]{1,64}@(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}\b")
_INSTEAD = {"de": "(E-Mail-Adresse entfernt)", "": "(e-mail address removed)"}


def without_addresses(text: str, secrets: Iterable[str], lang: str = "") -> tuple[str, int]:
    """``text`` without e-mail addresses and without ``secrets``; how many places were changed.

    ``secrets`` are the address of the machine, the e-mail and hashes of it that the other system
    kept of this person. Other numbers that look like addresses stay: they may be what the text is
    about.
    """
    instead = _INSTEAD.get(lang.partition("-")[0], _INSTEAD[""])
    count = 0
    for secret in secrets:
        if len(secret) > 4 and secret in text:
            pattern = rf"(?<![\w.]){re.escape(secret)}(?![\w])"
            text, changed = re.subn(pattern, instead, text)
            count += changed
    text, changed = _MAIL.subn(instead, text)
    return text, count + changed
