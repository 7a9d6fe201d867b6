"""Limits that the configuration sets: how soon readers are answered, and what an answer is."""

from collections.abc import Mapping
from typing import Any

from corpblog.answers.canned import Limits
from corpblog.model.answer_times import ANSWER_DAYS, answer_days
from corpblog.model.config import Config
from corpblog.model.response import ResponseTimes

# The rule whose options say it, as ``guidelines.rules`` may name it.
_CANNED = ("dial003", "reply-canned-or-empty")


def response_times(config: Config) -> ResponseTimes:
    """Business days by kind of comment, from the option ``days`` of DIAL002.

    A site that switched DIAL002 off promises nothing; its figures are held to the usual times.
    """
    return times_of(answer_days(config.guidelines.rules))


def times_of(days: Mapping[str, int]) -> ResponseTimes:
    """The usual times, with those of ``days`` (kind -> business days) instead where it has some."""
    return ResponseTimes(days={**ANSWER_DAYS, **days})


def limits_of(config: Config) -> Limits:
    """What a reply must not lack, from the options of DIAL003; odd values count as not said."""
    setting = _setting(config.guidelines.rules)
    usual = Limits()
    coverage: Any = setting.get("coverage", usual.coverage)
    words: Any = setting.get("min_content_words", usual.min_content_words)
    return Limits(
        coverage=coverage if _is_number(coverage) and coverage <= 1 else usual.coverage,
        min_content_words=words if _is_number(words) else usual.min_content_words,
    )


def _setting(rules: Mapping[str, Any]) -> Mapping[str, Any]:
    setting = next((rules[name] for name in rules if str(name).lower() in _CANNED), None)
    return setting if isinstance(setting, dict) else {}


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value > 0
