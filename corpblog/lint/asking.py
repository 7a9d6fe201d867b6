"""A rule asked about a text: what it finds, told; and what is told where a foreign rule breaks."""

from collections.abc import Callable, Iterator

from corpblog.diagnostics import Diagnostic, Location
from corpblog.lint.faults import FAULTS
from corpblog.lint.in_force import InForce
from corpblog.lint.rule import AnyRule, Finding, Findings
from corpblog.lint.telling import Found

_OURS = "corpblog"
_MEND = "mend or update the package that brings it, or switch the rule off"


def answers(
    force: InForce,
    about: str,
    ask: Callable[[], Findings],
    tell: Callable[[Finding], Found],
    faults: list[Diagnostic],
) -> Iterator[Found]:
    """What the rule finds when it is asked, about the text at the path ``about``.

    Where a rule from another package breaks, what it found before still counts, and the break is
    told in ``faults``. Where one of our own does, the error gets a note that names rule and text.
    """
    try:
        for finding in ask():
            yield tell(finding)
    except (Exception, SystemExit) as error:
        if is_ours(force.rule):
            error.add_note(f"rule {force.rule.code}, about {about or 'the site'}")
            raise
        # A foreign rule may fail in any way; that is no bug of ours and no reason to stop.
        faults.append(_broke(force.rule, about, error))


def is_ours(rule: AnyRule) -> bool:
    """Whether the rule comes with corpblog, or was made by it of a word list."""
    checks = (rule.text, rule.profile, rule.site, rule.built)
    return all(
        check is None or (getattr(check, "__module__", "") or "").partition(".")[0] == _OURS
        for check in checks
    )


def _broke(rule: AnyRule, about: str, error: BaseException) -> Diagnostic:
    what = " ".join(f"{type(error).__name__}: {error}".rstrip(": ").split())
    message = f"the rule {rule.code} {rule.name} broke off here: {what}"
    return FAULTS["LINT011"].at(Location(path=about), message, hint=_MEND)
