"""How soon readers may expect an answer: what the comment policy says and the linter holds to."""

from collections.abc import Mapping
from datetime import time
from typing import Any

# Business days within which a comment of a kind is answered, unless the site says otherwise.
ANSWER_DAYS: Mapping[str, int] = {"complaint": 1, "correction": 1, "question": 2, "criticism": 2}
# When somebody is there, Monday to Friday, in the time zone of the site.
BUSINESS_HOURS = (time(9), time(17))

# The rule that decides it, as ``guidelines.rules`` may name it.
_RULE = ("dial002", "comment-unanswered")


def answer_days(rules: Mapping[str, Any]) -> Mapping[str, int]:
    """Business days by kind of comment, from the raw ``guidelines.rules``.

    Empty where the rule about answers is switched off. What is no number of days counts as not
    said: telling that is the linter's part.
    """
    setting = next((rules[name] for name in rules if str(name).lower() in _RULE), None)
    values: Mapping[str, Any] = setting if isinstance(setting, dict) else {"severity": setting}
    if values.get("severity") in ("off", False):
        return {}
    days = values.get("days")
    wanted: Mapping[str, Any] = days if isinstance(days, dict) else {}
    return {
        kind: wanted[kind] if _is_number(wanted.get(kind)) else usual
        for kind, usual in ANSWER_DAYS.items()
    }


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value > 0
