"""What is told of files that cannot be understood, word by word."""

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpblog.diagnostics import Diagnostic
from corpblog.model.post import PostFrontMatter
from corpblog.model.source import SourceText
from corpblog.read.front_matter import read_keys, split
from corpblog.read.site import ReadOptions, ReadResult, read_site
from tests.sites import POST, SMALL, post, write_site

NOW = datetime(2026, 11, 21, tzinfo=UTC)


def read(root: Path, files: dict[str, str | bytes]) -> ReadResult:
    return read_site(write_site(root, {**SMALL, **files}), ReadOptions(now=NOW))


def only(result: ReadResult) -> Diagnostic:
    assert len(result.diagnostics) == 1, [str(d) for d in result.diagnostics]
    return result.diagnostics[0]


FAULTY_POSTS = [
    pytest.param(
        "---\ntitle: Note: it failed\n---\n",
        "2:12",
        "SRC010",
        "a second colon with a space in one line",
        id="broken-yaml",
    ),
    pytest.param(
        "---\ntitle: x\nextra:\n\tkey: value\n---\n",
        "4:1",
        "SRC011",
        "a tab indents this line",
        id="tab",
    ),
    pytest.param(
        "---\ntitle: x\ndate: 2026-11-10\ntitle: y\n---\n",
        "4:1",
        "SRC012",
        "“title” stands here a second time; the first is in line 2",
        id="duplicate-key",
    ),
    pytest.param(post("titel: x"), "5:1", "SRC013", "unknown key “titel”", id="misspelt-key"),
    pytest.param(
        "---\ntitle: x\ndate: Janish\n---\n",
        "3:7",
        "SRC014",
        "date: “Janish” is no day; expected a day such as 2026-11-10 or a time such as "
        "2026-11-10 14:30",
        id="no-date",
    ),
    pytest.param(
        "---\ntitle: x\ndate: 2026-13-01\n---\n",
        "3:7",
        "SRC014",
        "date: “2026-13-01” has month 13; a year has 12; expected a day such as 2026-11-10 or a "
        "time such as 2026-11-10 14:30",
        id="month-13",
    ),
    pytest.param(
        post("author: jana-wiess"),
        "5:9",
        "SRC020",
        "there is no author “jana-wiess”",
        id="unknown-author",
    ),
    pytest.param(
        post("author: Jana-Weiss"),
        "5:9",
        "SRC020",
        "“Jana-Weiss” is written “jana-weiss”",
        id="author-in-wrong-case",
    ),
    pytest.param(
        post("slug: ../../etc"),
        "5:7",
        "SRC024",
        "slug: “../../etc” has a slash; a slug is one part of the address",
        id="slug-with-dots",
    ),
    pytest.param(
        post("slug: '..'"), "5:7", "SRC024", "slug: “..” leaves its folder", id="slug-is-dots"
    ),
    pytest.param(
        post("aliases: [/old/, /../x/]"),
        "5:18",
        "SRC024",
        "aliases: “../x” leaves its folder",
        id="alias-with-dots",
    ),
    pytest.param(
        post("image: {src: ../../../../../etc/passwd}"),
        "5:14",
        "SRC025",
        "src: “../../../../../etc/passwd” lies outside the site",
        id="image-with-dots",
    ),
    pytest.param(
        post("image: {src: gone.png}"),
        "5:14",
        "SRC027",
        "src: there is no file content/posts/gone.png",
        id="missing-image",
    ),
    pytest.param(
        post("", "Bell \x07 rings."), "7:6", "SRC002", "control character U+0007", id="control"
    ),
    pytest.param(
        "---\ntitle: x\ndate: 2026-11-10\n\nText\n",
        "1:1",
        "SRC016",
        "the front matter begins here and never ends",
        id="not-closed",
    ),
    pytest.param(
        "---\n- a\n- b\n---\n", "2:1", "SRC017", "expected lines of the form key: value", id="list"
    ),
    pytest.param(
        post("summary: &x a\nlicense: *x"),
        "6:10",
        "SRC010",
        "“*x” refers to another place; references are not used here",
        id="alias",
    ),
    pytest.param(
        f"---\ntitle: x\nextra: {'[' * 5000}{']' * 5000}\n---\n",
        "3:67",
        "SRC010",
        "nested more than 60 levels deep",
        id="deep-nesting",
    ),
    pytest.param(
        post("draft: maybe"),
        "5:8",
        "SRC014",
        "draft: “maybe” is neither yes nor no; expected true or false",
        id="no-truth",
    ),
    pytest.param(
        post("kind: reprot"),
        "5:7",
        "SRC014",
        "kind: “reprot” is not allowed here; expected one of opinion, report, howto, announcement, "
        "case-study, crisis, correction, qa, transcript",
        id="unknown-choice",
    ),
    pytest.param(
        post("disclosures:\n  - {type: client, partey: Kern}"),
        "6:20",
        "SRC013",
        "unknown key “partey”",
        id="misspelt-key-in-a-list",
    ),
    pytest.param(
        post("draft: true\nstatus: published"),
        "5:8",
        "SRC023",
        "draft is true and status is published",
        id="draft-and-status",
    ),
    pytest.param(
        post("lang: xx"), "5:7", "SRC022", "there are no interface texts in “xx”", id="language"
    ),
    pytest.param(
        post("translation_of: frist"),
        "5:17",
        "SRC021",
        "there is no post “frist”",
        id="translation-of-nothing",
    ),
    pytest.param(
        post("tags: [a, null, b]"), "5:11", "SRC014", "tags: expected a text", id="null-in-a-list"
    ),
    pytest.param(
        "---\ntitle: {{ page.title }}\n---\n",
        "2:9",
        "SRC010",
        "the name of a key must be a text",
        id="a-template-as-a-value",
    ),
    pytest.param(
        "---\n? [a, b]\n: x\n---\n",
        "2:3",
        "SRC010",
        "the name of a key must be a text",
        id="a-list-as-a-key",
    ),
    pytest.param(
        post("summary: !important"),
        "5:10",
        "SRC010",
        "“!” at the beginning of a value names a type; types are not used here",
        id="a-type",
    ),
    pytest.param(
        "---\ntitel: x\ndate: 2026-11-10\n---\n",
        "2:1",
        "SRC013",
        "unknown key “titel”",
        id="a-misspelt-title-is-one-fault",
    ),
    pytest.param(
        '---\ntitle: "x\ndate: 2026-11-10\n---\n',
        "2:8",
        "SRC010",
        "a quotation mark was opened and never closed",
        id="an-open-quotation-mark-is-told-where-it-opens",
    ),
    pytest.param(
        post("author: Jana Weiss"),
        "5:9",
        "SRC020",
        "“Jana Weiss” is a name; a post names the id",
        id="a-name-in-place-of-an-id",
    ),
    pytest.param(
        post("tags: [export, 😀]"),
        "5:16",
        "SRC024",
        "tags: “😀” has no letter or digit for an address",
        id="a-tag-without-letters",
    ),
    pytest.param(
        post("canonical: 'javascript:alert(1)'"),
        "5:12",
        "SRC024",
        "canonical: “javascript:alert(1)” is no address that readers can be led to",
        id="a-script-as-an-address",
    ),
    pytest.param("---\ndate: 2026-11-10\n---\n", "2:1", "SRC015", "this post has no title", id="t"),
    pytest.param("---\ntitle: x\n---\n", "2:1", "SRC015", "this post has no date", id="d"),
]


@pytest.mark.parametrize(("source", "place", "code", "message"), FAULTY_POSTS)
def test_a_faulty_post_is_told_at_its_place(
    tmp_path: Path, source: str, place: str, code: str, message: str
) -> None:
    found = only(read(tmp_path, {"content/posts/bad.md": source}))
    assert (str(found.location), found.code, found.message) == (
        f"content/posts/bad.md:{place}",
        code,
        message,
    )


def test_a_text_without_keys_misses_title_and_date(tmp_path: Path) -> None:
    found = read(tmp_path, {"content/posts/bare.md": "# Hello\n"}).diagnostics
    assert [item.message for item in found] == ["this post has no title", "this post has no date"]


@given(st.text(st.sampled_from("ab: -[]{}\"'|>&*!#?,\n\t~é😀\u200b"), max_size=60))
@settings(max_examples=300)
def test_any_text_as_front_matter_is_read_or_told_and_never_crashes(text: str) -> None:
    source = SourceText(path="a.md", text=f"---\ntitle: x\n{text}\n---\n")
    front, faults = split(source)
    assert (front is None) == bool(faults)
    if front is not None:
        read_keys(PostFrontMatter, front, ZoneInfo("UTC"))


def test_all_faults_of_many_files_are_told_in_one_run(tmp_path: Path) -> None:
    files = {f"content/posts/{case.id}.md": str(case.values[0]) for case in FAULTY_POSTS}
    found = read(tmp_path, dict(files)).diagnostics
    told = {(item.location.path, item.code) for item in found}
    assert told == {(f"content/posts/{case.id}.md", case.values[2]) for case in FAULTY_POSTS}
    assert len(found) == len(FAULTY_POSTS)


def test_a_file_that_is_no_utf8_is_told_at_its_byte(tmp_path: Path) -> None:
    found = only(read(tmp_path, {"content/posts/bad.md": b"---\ntitle: \xfcber\n---\n"}))
    assert str(found.location) == "content/posts/bad.md:2:8"
    assert found.message == "byte 0xfc is no UTF-8 (in Windows-1252 it would be “ü”)"


def test_a_text_of_20_megabytes_is_refused_and_the_others_are_read(tmp_path: Path) -> None:
    result = read(tmp_path, {"content/posts/big.md": POST.encode() + b"word " * 4_000_000})
    assert only(result).message == "this file has 20.0 MB; a text may have 5 MB"
    assert result.site is not None
    assert [item.id for item in result.site.posts] == ["first"]


def test_a_byte_order_mark_and_windows_line_ends_change_nothing(tmp_path: Path) -> None:
    windows = POST.replace("First post", "Windows").replace("\n", "\r\n").encode("utf-8-sig")
    result = read(tmp_path, {"content/posts/windows.md": windows})
    assert not result.diagnostics
    assert result.site is not None
    assert result.site.posts[0].source.body == "Hello.\n"


def test_positions_in_a_file_with_windows_line_ends_count_as_editors_do(tmp_path: Path) -> None:
    bad = post("titel: x").replace("\n", "\r\n").encode("utf-8-sig")
    assert str(only(read(tmp_path, {"content/posts/bad.md": bad})).location).endswith(":5:1")


def test_a_circle_of_links_is_told_and_left(tmp_path: Path) -> None:
    write_site(tmp_path)
    (tmp_path / "content/posts/loop").symlink_to(tmp_path / "content")
    found = only(read(tmp_path, {}))
    assert (str(found.location), found.code) == ("content/posts/loop", "SRC005")
    assert found.message == "this link leads back to a folder that it lies in"


def test_a_link_out_of_the_site_is_told_and_its_file_not_read(tmp_path: Path) -> None:
    write_site(tmp_path / "blog")
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "blog/static").mkdir()
    (tmp_path / "blog/static/h.txt").symlink_to(tmp_path / "secret.txt")
    result = read(tmp_path / "blog", {})
    assert only(result).message == "this link leads out of the site's folder"
    assert result.site is not None
    assert "h.txt" not in result.site.assets


def test_a_link_out_of_the_site_is_followed_where_the_configuration_says_so(tmp_path: Path) -> None:
    config = "build: {outside_links: true}\n"
    write_site(tmp_path / "blog", {**SMALL, "corpblog.yml": config})
    (tmp_path / "more").mkdir()
    (tmp_path / "more/second.md").write_text(POST.replace("First", "Second"))
    (tmp_path / "blog/content/posts/more").symlink_to(tmp_path / "more")
    result = read(tmp_path / "blog", {"corpblog.yml": config})
    assert result.site is not None
    assert {item.id for item in result.site.posts} == {"first", "more/second"}


def test_two_ids_that_differ_only_in_capitals_are_one_fault(tmp_path: Path) -> None:
    found = only(read(tmp_path, {"authors/Jana-Weiss.md": SMALL["authors/jana-weiss.md"]}))
    assert found.message == "“jana-weiss” and “Jana-Weiss” differ only in capitals"


@pytest.mark.parametrize(
    ("path", "key", "hint"),
    [
        ("authors/tom.md", "email: x", "did you mean “contact_point”?"),
        ("authors/tom.md", "website: x", "did you mean “same_as”?"),
        ("authors/tom.md", "photo: x", "did you mean “image”?"),
        ("content/posts/a.md", "description: x", "did you mean “summary”?"),
        ("content/posts/a.md", "categories: x", "did you mean “tags”?"),
        ("content/posts/a.md", "lastmod: 2026-11-11", "did you mean “updated”?"),
    ],
)
def test_a_word_of_other_programs_is_understood(
    tmp_path: Path, path: str, key: str, hint: str
) -> None:
    text = post(key) if path.startswith("content") else f"---\nname: Tom Kern\n{key}\n---\n"
    assert only(read(tmp_path, {path: text})).hint == hint


def test_a_theme_is_checked_like_any_other_source(tmp_path: Path) -> None:
    theme = "name: mine\nparnt: plain\ncontext_version: 9\n"
    files = {
        "corpblog.yml": SMALL["corpblog.yml"].replace("plain", "mine"),
        "themes/mine/theme.yml": theme,
    }
    found = read(tmp_path, dict(files)).diagnostics
    assert [(str(item.location), item.message) for item in found] == [
        ("themes/mine/theme.yml:2:1", "unknown key “parnt”"),
        (
            "themes/mine/theme.yml:3:18",
            "context_version: this corpblog gives templates version 1, not 9",
        ),
    ]


def test_a_text_that_nobody_reads_is_told(tmp_path: Path) -> None:
    files = {"content/post/a.md": POST, "content/b.md": POST, "i18n/english.yml": "people: People"}
    found = read(tmp_path, dict(files)).diagnostics
    assert [(item.location.path, item.severity) for item in found] == [
        ("content/b.md", "warning"),
        ("content/post/a.md", "warning"),
        ("i18n/english.yml", "warning"),
    ]


def test_a_misspelt_key_names_the_nearest_one(tmp_path: Path) -> None:
    found = only(read(tmp_path, {"content/posts/bad.md": post("sumary: x")}))
    assert found.hint == "did you mean “summary”?"
    assert found.source_line == "sumary: x"


def test_a_folder_without_configuration_says_how_to_begin(tmp_path: Path) -> None:
    found = only(read_site(tmp_path, ReadOptions()))
    assert found.code == "SRC030"
    assert found.hint == "make a site with: corpblog new site DIR"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("site: {titel: x}", "unknown key “titel”"),
        ("site: {timezone: Europe/Berlim}", "timezone: “Europe/Berlim” is no time zone"),
        ("site: {url: blog.example.org}", "url: “blog.example.org” is no whole address"),
        ("site: {lang: fr}", "lang: there are no interface texts in “fr”"),
        ("theme: {name: bylime}", "there is no theme “bylime”"),
        ("build: {paginate: 0}", "paginate: expected 1 or more"),
        ("build: {paginate: ten}", "paginate: “ten” is not allowed here; expected a whole number"),
        ("permalinks: {post: /blog/}", "post: the pattern needs {slug}, or all addresses would be "
         "the same"),
        ("permalinks: {post: '/{yaer}/{slug}/'}", "post: “{yaer}” is no part of an address; known: "
         "{year}, {month}, {day}, {slug}, {id}"),
        ("environments: {preview: {urll: x}}", "unknown key “urll”"),
        ("environments: {preview: hello}", "preview: expected the keys url, noindex, banner, "
         "drafts, future, expired, out"),
    ],
)  # fmt: skip
def test_a_fault_in_the_configuration_is_told(tmp_path: Path, line: str, message: str) -> None:
    found = only(read(tmp_path, {"corpblog.yml": line + "\n"}))
    assert found.message == message
    assert found.location.path == "corpblog.yml"
    assert found.location.line == 1


def test_an_unknown_environment_names_the_nearest(tmp_path: Path) -> None:
    write_site(tmp_path, {**SMALL, "corpblog.yml": "environments: {preview: {noindex: yes}}\n"})
    found = only(read_site(tmp_path, ReadOptions(environment="previw")))
    assert (found.message, found.hint) == (
        "there is no environment “previw”",
        "did you mean “preview”?",
    )


def test_a_profile_that_cannot_be_read_makes_no_author_unknown(tmp_path: Path) -> None:
    found = only(read(tmp_path, {"authors/jana-weiss.md": "---\nname: a: b\n---\n"}))
    assert found.location.path == "authors/jana-weiss.md"


def test_a_faulty_value_makes_no_further_faults(tmp_path: Path) -> None:
    config = "site: {url: example.org}\nbuild: {paginate: 0}\npermalinks: {post: '/:year/:slug/'}\n"
    result = read(tmp_path, {"corpblog.yml": config})
    assert [item.code for item in result.diagnostics] == ["SRC033", "SRC014", "SRC024"]
    assert result.site is not None
    assert result.site.config.site.url == ""
    assert result.site.config.build.paginate == 10
    assert result.site.posts[0].permalink == "/2026/11/first-post/"


@pytest.mark.parametrize(
    "config",
    [
        "navigation: [{label: B, url: 'javascript:alert(1)'}]",
        "organization: {url: 'data:text/html,x'}",
    ],
)
def test_a_link_of_the_configuration_cannot_be_a_script(tmp_path: Path, config: str) -> None:
    found = only(read(tmp_path, {"corpblog.yml": config + "\n"}))
    assert "is no address that readers can be led to" in found.message
