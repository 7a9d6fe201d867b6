"""What can be wrong with links, addresses, templates and brand tokens."""

from corpblog.diagnostics import Fault, Severity, fault_table

DEAD_LINK = Fault(
    code="LINK001",
    name="dead-link",
    why="readers who follow it find nothing",
)
DEAD_ANCHOR = Fault(
    code="LINK002",
    name="dead-anchor",
    why="the page is there, but not the place in it; readers land at its top",
)
MISSING_IMAGE = Fault(
    code="LINK003",
    name="missing-image",
    why="the page would show a broken picture",
)
LINK_LEAVES_SITE = Fault(
    code="LINK004",
    name="link-leaves-site",
    why="only files inside the site's folder are published",
)
TWO_OUTPUTS = Fault(
    code="LINK005",
    name="address-taken-twice",
    why="one of them would overwrite the other",
)
ALIAS_CLASH = Fault(
    code="LINK006",
    name="alias-clash",
    why="an old address can lead to one place only",
)
UNSAFE_ADDRESS = Fault(
    code="LINK007",
    name="address-leaves-output",
    why="a file would be written outside the output folder",
)
FOREIGN_REQUEST = Fault(
    code="LINK008",
    name="foreign-request",
    why="that host learns who reads here, before anybody clicks",
    severity=Severity.INFO,
)
NO_SITE_ADDRESS = Fault(
    code="LINK009",
    name="no-site-address",
    why="feeds, search engines and previews need whole addresses, and ones that never change",
    severity=Severity.INFO,
)

UNDEFINED_VARIABLE = Fault(
    code="TPL001",
    name="undefined-variable",
    why="what a template shows must be there, or the page has a hole that nobody sees",
)
TEMPLATE_SYNTAX = Fault(
    code="TPL002",
    name="template-syntax",
    why="the template cannot be understood",
)
TEMPLATE_MISSING = Fault(
    code="TPL003",
    name="template-missing",
    why="no layer of the theme has this template",
)
TEMPLATE_CIRCLE = Fault(
    code="TPL004",
    name="template-circle",
    why="templates that lead back to themselves never come to an end",
)
TEXT_MISSING = Fault(
    code="TPL005",
    name="text-missing",
    why="the page would show a gap or another language",
)
TEMPLATE_FAILED = Fault(
    code="TPL006",
    name="template-failed",
    why="the page could not be laid out",
)
ASSET_MISSING = Fault(
    code="TPL007",
    name="asset-missing",
    why="the page would ask for a file that is not there",
)
NOT_CONVERTED = Fault(
    code="TPL010",
    name="text-not-converted",
    why="the Markdown of this text cannot become HTML",
)
LOW_CONTRAST = Fault(
    code="TPL008",
    name="low-contrast",
    why="many readers cannot make out text with a contrast below 4.5 (WCAG 2.2, 1.4.3)",
)
BAD_TOKEN = Fault(
    code="TPL009",
    name="bad-brand-token",
    why="it would be written into the style sheet of every page",
)
MARKUP_SETTING = Fault(
    code="TPL011",
    name="markup-setting",
    why="texts and code cannot be shown as the configuration asks",
)
TEMPLATE_UNREADABLE = Fault(
    code="TPL012",
    name="template-unreadable",
    why="a template is a file with text in UTF-8; other bytes become broken letters on every page",
)
TEMPLATE_UNHEARD = Fault(
    code="TPL013",
    name="template-unheard",
    why="a template that no page uses changes nothing",
    severity=Severity.WARNING,
)
BLOCK_UNHEARD = Fault(
    code="TPL014",
    name="block-unheard",
    why="a block that no template below shows changes nothing",
    severity=Severity.WARNING,
)

FAULTS = fault_table(
    DEAD_LINK,
    DEAD_ANCHOR,
    MISSING_IMAGE,
    LINK_LEAVES_SITE,
    TWO_OUTPUTS,
    ALIAS_CLASH,
    UNSAFE_ADDRESS,
    FOREIGN_REQUEST,
    NO_SITE_ADDRESS,
    UNDEFINED_VARIABLE,
    TEMPLATE_SYNTAX,
    TEMPLATE_MISSING,
    TEMPLATE_CIRCLE,
    TEXT_MISSING,
    TEMPLATE_FAILED,
    ASSET_MISSING,
    LOW_CONTRAST,
    BAD_TOKEN,
    NOT_CONVERTED,
    MARKUP_SETTING,
    TEMPLATE_UNREADABLE,
    TEMPLATE_UNHEARD,
    BLOCK_UNHEARD,
)
