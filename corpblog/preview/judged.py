"""What the linter says of a site; it is loaded when somebody asks, no page waits for it."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from corpblog.model.policy import Policy
from corpblog.model.site import Site
from corpblog.preview.edition import Edition
from corpblog.preview.told import Editor
from corpblog.render.planned import PlannedOutput

if TYPE_CHECKING:
    from corpblog.preview.margin import Margins

# Outputs that show a text whose words somebody writes.
_KINDS = ("post", "page")


def policy(site: Site) -> Policy:
    """The rules in force, for the page that shows them."""
    from corpblog.judging import policy_for

    return policy_for(site)


def is_text(output: PlannedOutput | None) -> bool:
    """Whether ``output`` is a post or a page of the author's own words."""
    return output is not None and output.kind in _KINDS and output.source.endswith(".md")


class Judged:
    """The margins of one preview."""

    def __init__(self) -> None:
        self._margins: Margins | None = None

    def margin(
        self, edition: Edition, output: PlannedOutput, editor: Editor
    ) -> Callable[[], Mapping[str, Any]]:
        """Look at ``output``, and give back what makes its margin while others go on."""
        from corpblog.preview.margin import Margins, known_of

        margins = self._margins = self._margins or Margins()
        known = known_of(edition, output)
        return lambda: margins.about(known, editor)
