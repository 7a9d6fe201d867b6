"""The room's table of faults: what can be wrong with a source before anybody judges its text."""

from corpblog.diagnostics import Fault, Severity, fault_table

FAULTS = fault_table(
    Fault(
        code="SRC001",
        name="not-utf8",
        why="Only UTF-8 shows every language's letters on every machine.",
    ),
    Fault(
        code="SRC002",
        name="control-character",
        why="Invisible control characters break feeds and confuse readers of the source.",
    ),
    Fault(
        code="SRC003",
        name="file-too-large",
        why="A text of this size is a pasted picture or a log; it makes every build slow.",
    ),
    Fault(
        code="SRC004",
        name="unreadable-file",
        why="A file that cannot be read would silently be missing from the site.",
    ),
    Fault(
        code="SRC005",
        name="symlink-loop",
        why="A link that leads back to itself has no end.",
    ),
    Fault(
        code="SRC010",
        name="broken-yaml",
        why="The keys above the text follow YAML's rules; this line does not.",
    ),
    Fault(
        code="SRC011",
        name="tab-indentation",
        why="YAML indents with spaces; programs disagree on how wide a tab is.",
    ),
    Fault(
        code="SRC012",
        name="duplicate-key",
        why="With two values for one key, one of them would be lost without a word.",
    ),
    Fault(
        code="SRC013",
        name="unknown-key",
        why="A key that nobody reads is a wish that nobody hears.",
    ),
    Fault(
        code="SRC014",
        name="bad-value",
        why="The value cannot be understood as what this key needs.",
    ),
    Fault(
        code="SRC015",
        name="key-missing",
        why="Title and date make the heading, the order and the address of a post.",
    ),
    Fault(
        code="SRC016",
        name="front-matter-not-closed",
        why="Without the closing line nobody can tell keys and text apart.",
    ),
    Fault(
        code="SRC017",
        name="not-a-mapping",
        why="The front matter and the configuration are lines of the form key: value.",
    ),
    Fault(
        code="SRC020",
        name="unknown-author",
        why="A post is signed by a person with a profile.",
    ),
    Fault(
        code="SRC021",
        name="unknown-post",
        why="A translation must name the post that it translates.",
    ),
    Fault(
        code="SRC022",
        name="language-conflict",
        why="The language decides the address, the dates and the rules of the text.",
    ),
    Fault(
        code="SRC023",
        name="status-conflict",
        why="A post is either a draft or it is not.",
    ),
    Fault(
        code="SRC024",
        name="bad-address",
        why="An address must lead somewhere, and stay inside the site.",
    ),
    Fault(
        code="SRC025",
        name="path-outside-site",
        why="A file from outside the site would be published by accident.",
    ),
    Fault(
        code="SRC026",
        name="same-id",
        why="Two files with one identity: one of them would be lost.",
    ),
    Fault(
        code="SRC027",
        name="missing-image",
        why="Readers would see a broken picture.",
    ),
    Fault(
        code="SRC028",
        name="key-of-the-main-profile",
        why="A consent or a status that held in one language only would be overlooked in another.",
    ),
    Fault(
        code="SRC029",
        name="role-almost-known",
        why="A page with a misspelt role is missing where readers look for it.",
        severity=Severity.WARNING,
    ),
    Fault(
        code="SRC037",
        name="file-nobody-reads",
        why="What stands in the wrong place is missing from the site without a word.",
        severity=Severity.WARNING,
    ),
    Fault(
        code="SRC030",
        name="no-configuration",
        why="A site is a folder with a corpblog.yml.",
    ),
    Fault(
        code="SRC031",
        name="unknown-theme",
        why="Without a theme there are no pages.",
    ),
    Fault(
        code="SRC032",
        name="unknown-environment",
        why="A misspelt environment would publish with the wrong settings.",
    ),
    Fault(
        code="SRC033",
        name="bad-site-url",
        why="Feeds, previews and search engines need the whole address of the blog.",
    ),
    Fault(
        code="SRC034",
        name="unknown-register",
        why="A register under another name is never asked, and what it knows is overlooked.",
    ),
    Fault(
        code="SRC035",
        name="entry-twice",
        why="With two entries for one thing nobody can tell which of them holds.",
    ),
    Fault(
        code="SRC036",
        name="entry-incomplete",
        why="An entry without this key is never found when it matters.",
    ),
    Fault(
        code="SRC038",
        name="file-of-entry-missing",
        why="What a register says of a file that is not there protects nothing.",
    ),
    Fault(
        code="SRC039",
        name="unknown-claim",
        why="A claim that no register knows has no proof.",
    ),
    Fault(
        code="SRC040",
        name="bad-hash",
        why="A line that is no hash keeps no term secret: posts are not checked for it.",
    ),
    Fault(
        code="SRC041",
        name="not-a-list",
        why="A register is a list: each entry stands for itself.",
    ),
    Fault(
        code="SRC042",
        name="no-built-site",
        why="What readers get can only be judged once it is built.",
    ),
    Fault(
        code="SRC043",
        name="comment-without-time",
        why="Without the moment nobody can tell how long a reader has waited.",
    ),
    Fault(
        code="SRC044",
        name="comment-without-post",
        why="A comment whose post is not there stands on no page.",
        severity=Severity.WARNING,
    ),
    Fault(
        code="SRC045",
        name="comment-from-the-future",
        why="A moment that has not come yet puts the thread out of order.",
        severity=Severity.WARNING,
    ),
    Fault(
        code="SRC046",
        name="answer-after-leaving",
        why="Who has left no longer speaks for the company.",
    ),
    Fault(
        code="SRC047",
        name="text-of-unseen-comment",
        why="What readers may not see has no place in a repository that many people read.",
    ),
    Fault(
        code="SRC048",
        name="unknown-comment",
        why="An answer to a comment that is not there answers nobody.",
        severity=Severity.WARNING,
    ),
    Fault(
        code="SRC049",
        name="comments-in-a-circle",
        why="Comments that answer each other in a circle have no beginning.",
    ),
)
