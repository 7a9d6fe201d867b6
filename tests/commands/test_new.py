"""New files read back without a fault, say what a person must decide, and overwrite nothing."""

import io
import os
import sys
from datetime import date, datetime
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from corpblog.cli import main
from corpblog.commands.archetype import FOLDER, LANGUAGES, PAGES
from corpblog.commands.new_author import known_authors, profile
from corpblog.commands.new_post import draft
from corpblog.read.site import ReadOptions, read_site
from tests.sites import write_site


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def blog(here: Path) -> Path:
    return write_site(here / "blog")


def front(path: Path) -> dict[str, object]:
    keys: dict[str, object] = yaml.safe_load(path.read_text("utf-8").split("---\n")[1])
    return keys


def faults_of(root: Path) -> list[str]:
    options = ReadOptions(drafts=True, future=True, now=datetime(2030, 1, 1))
    return [str(found) for found in read_site(root, options).diagnostics]


class Person(io.StringIO):
    """Somebody at a terminal who types these lines."""

    def isatty(self) -> bool:
        return True


def attended(monkeypatch: pytest.MonkeyPatch, *lines: str) -> Person:
    screen = Person()
    monkeypatch.setattr(sys, "stdin", Person("".join(f"{line}\n" for line in lines)))
    monkeypatch.setattr(sys, "stdout", screen)
    return screen


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "known",
    [
        [],
        [
            "--author",
            "Jana Weiß",
            "--title",
            'Klar: "Text" #1 🎉',
            "--organization",
            "Kern & Söhne",
        ],
        ["--url", "https://blog.example.org/", "--timezone", "Europe/Vienna"],
    ],
)
def test_a_new_site_reads_without_a_fault(here: Path, lang: str, known: list[str]) -> None:
    assert main(["new", "site", "blog", "--lang", lang, *known]) == 0
    assert faults_of(here / "blog") == []


def test_a_new_site_has_what_a_blog_needs(here: Path) -> None:
    words = ["new", "site", "blog", "--lang", "de", "--author", "Jana Weiß", "--date", "2026-11-10"]
    assert main(words) == 0
    files = sorted(
        path.relative_to(here / "blog").as_posix()
        for path in (here / "blog").rglob("*")
        if path.is_file()
    )
    assert files == [
        ".gitignore",
        "authors/jana-weiss.md",
        "content/pages/barrierefreiheit.md",
        "content/pages/datenschutz.md",
        "content/pages/impressum.md",
        "content/pages/kontakt.md",
        "content/pages/wie-wir-bloggen.md",
        "content/posts/2026/wer-hier-schreibt.md",
        "corpblog.yml",
    ]


def test_a_new_site_publishes_nothing_that_only_a_person_can_say(here: Path) -> None:
    assert main(["new", "site", "blog", "--author", "Jana Weiss"]) == 0
    pages = here / "blog/content/pages"
    drafts = {path.stem for path in pages.iterdir() if front(path).get("draft")}
    assert drafts == {"privacy", "accessibility", "how-we-blog"}
    (post,) = (here / "blog/content/posts").rglob("*.md")
    assert front(post)["draft"] is True
    assert not {"disclosures", "ai"} & front(post).keys()


def test_without_a_name_no_person_is_invented(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "site", "blog"]) == 0
    assert not (here / "blog/authors").exists()
    assert 'corpblog new author "First Last"' in capsys.readouterr().out


def test_what_is_not_known_stays_empty_and_is_marked(here: Path) -> None:
    assert main(["new", "site", "blog"]) == 0
    text = (here / "blog/corpblog.yml").read_text("utf-8")
    assert yaml.safe_load(text)["organization"]["name"] is None
    assert "  name:  # fill in\n" in text


def test_the_folder_lends_its_name_until_there_is_a_title(here: Path) -> None:
    assert main(["new", "site", "our & blog", "--lang", "de"]) == 0
    text = (here / "our & blog/corpblog.yml").read_text("utf-8")
    assert "  title: our & blog  # bitte ausfüllen\n" in text


def test_a_new_site_says_what_comes_next(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "site", "my blog", "--author", "Jana Weiss"]) == 0
    assert capsys.readouterr().out == (
        "Made a blog in my blog: 9 files. Next:\n"
        "  cd 'my blog'\n"
        "  corpblog build --drafts              look at it, with what is not published yet\n"
        '  corpblog new post "Your title"       write\n'
        "Before it goes live: fill in corpblog.yml, and read the pages that are still drafts.\n"
    )


def test_a_site_is_never_made_over_another(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "site", "blog"]) == 0
    before = (here / "blog/corpblog.yml").read_bytes()
    assert main(["new", "site", "blog", "--title", "Other"]) == 2
    assert (here / "blog/corpblog.yml").read_bytes() == before
    assert capsys.readouterr().err == (
        "corpblog: there is a blog in blog already; nothing was changed\n"
        "  name another folder, or go there and use: corpblog new post\n"
    )


def test_a_repository_with_its_own_files_keeps_them(here: Path) -> None:
    write_site(here / "blog", {".gitignore": "mine\n", "README.md": "mine\n"})
    assert main(["new", "site", "blog"]) == 0
    assert (here / "blog/.gitignore").read_text() == "mine\n"


def test_a_file_in_the_way_stops_everything(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_site(here / "blog", {"content/pages/privacy.md": "mine\n"})
    assert main(["new", "site", "blog"]) == 2
    path = Path("blog/content/pages/privacy.md")
    assert capsys.readouterr().err == (
        f"corpblog: {path} exists already; nothing was changed\n"
        "  name an empty folder for the blog\n"
    )
    assert not (here / "blog/corpblog.yml").exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ["--url", "blog.example.org"],
            "“blog.example.org” is no whole address\n  for example http",
        ),
        (["--url", "https://["], "“https://[” is no whole address\n"),
        (["--timezone", "Europe/Berln"], "“Europe/Berln” is no time zone\n  did you mean Europe/B"),
        (["--lang", "fr"], "--lang cannot be “fr”\n  choose from en, de\n"),
    ],
)
def test_a_site_that_could_not_be_built_is_not_made(
    here: Path, words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "site", "blog", *words]) == 2
    assert told in capsys.readouterr().err
    assert not (here / "blog").exists()


def test_a_person_at_a_terminal_is_asked_for_what_is_missing(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = ("Klartext", "", "https://blog.example.org/", "Jana Weiss")
    screen = attended(monkeypatch, *answers)
    assert main(["new", "site", "blog"]) == 0
    config = yaml.safe_load((here / "blog/corpblog.yml").read_text("utf-8"))
    assert config["site"]["title"] == "Klartext"
    assert config["organization"]["name"] is None
    assert known_authors(here / "blog") == ("jana-weiss",)
    assert screen.getvalue().startswith("What is the blog called? Which company is behind it? ")


@pytest.mark.parametrize(
    ("title", "path"),
    [
        ("Why: a “quoted” title", "why-a-quoted-title"),
        ("Ärger mit der Waage #1", "aerger-mit-der-waage-1"),
        ("No", "no"),
        ("100 % sure? 🎉", "100-sure"),
        ("- [x] {done}", "x-done"),
        ("word " * 40, "-".join(["word"] * 16)),
    ],
)
def test_a_title_of_any_kind_makes_a_post(blog: Path, title: str, path: str) -> None:
    words = ["new", "post", title, "--site", "blog", "--date", "2026-11-10"]
    assert main(words) == 0
    file = blog / f"content/posts/2026/{path}.md"
    assert front(file)["title"] == " ".join(title.split())
    assert front(file)["authors"] == ["jana-weiss"]
    assert faults_of(blog) == []


def test_a_post_names_where_it_lies(blog: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "post", "Hello", "--site", "blog", "--date", "2026-11-10"]) == 0
    path = Path("blog/content/posts/2026/hello.md")
    assert capsys.readouterr().out == (f"Made {path}. Look at it with: corpblog build --drafts\n")


def test_a_post_in_another_language_has_its_suffix(blog: Path) -> None:
    words = ["new", "post", "Hallo", "--lang", "de", "--site", "blog", "--date", "2026-11-10"]
    assert main(words) == 0
    assert front(blog / "content/posts/2026/hallo.de.md")["lang"] == "de"
    assert faults_of(blog) == []


def test_a_post_in_a_language_without_texts_is_not_made(
    blog: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["new", "post", "Bonjour", "--lang", "fr", "--site", "blog", "--date", "2026-11-10"]
    assert main(words) == 2
    assert capsys.readouterr().err == (
        "corpblog: there are no interface texts in “fr”\n  add i18n/fr.yml with its texts first\n"
    )
    assert not (blog / "content/posts/2026/bonjour.fr.md").exists()
    (blog / "i18n").mkdir()
    (blog / "i18n/fr.yml").write_text("people: Gens\n")
    assert main(words) == 0


def test_guidance_speaks_the_language_of_the_site(here: Path) -> None:
    assert main(["new", "site", "blog", "--lang", "de"]) == 0
    assert main(["new", "post", "Hallo", "--site", "blog", "--date", "2026-11-10"]) == 0
    text = (here / "blog/content/posts/2026/hallo.md").read_text("utf-8")
    assert "# Diese Zeile löschen, wenn der Beitrag erscheinen darf.\ndraft: true\n" in text


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ["First post", "--slug", "first-post"],
            "{}first-post.md exists already; nothing was changed\n"
            "  give it another title, or another name with --slug\n",
        ),
        (["🎉"], "this gives no name for a file\n  give one in letters: --slug NAME\n"),
        (["x", "--slug", "Große Öfen"], "“Große Öfen” cannot be part of an address\n"),
        (["x", "--slug", "../../x"], "“../../x” cannot be part of an address\n  try --slug x\n"),
        (["con"], "cannot write content/posts/2026/con.md: it uses a name that Windows reserves"),
        (["  "], 'the title is empty\n  write it behind the command, in "quotes"\n'),
        (["a\x1bb"], "an invisible control character (U+001B) is in “a\\x1bb”\n  delete it\n"),
        (["x", "--author", "jana-wies"], "there is no author “jana-wies”\n  did you mean jana-we"),
        (["x", "--author", "tom"], 'make the profile: corpblog new author "First Last"\n'),
        (["x", "--date", "2026-13-01"], "“2026-13-01” is no day; expected one such as 2026-11-10"),
    ],
)
def test_a_post_that_cannot_be_made_is_refused(
    blog: Path, words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    first = ["new", "post", "First post", "--site", "blog", "--date", "2026-11-10"]
    assert main(first) == 0
    before = sorted(blog.rglob("*"))
    assert main(["new", "post", "--site", "blog", "--date", "2026-11-10", *words]) == 2
    folder = f"{Path('blog/content/posts/2026')}{os.sep}"
    assert told.format(folder) in capsys.readouterr().err
    assert sorted(blog.rglob("*")) == before


def test_a_folder_of_that_name_is_the_same_post(
    blog: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_site(blog, {"content/posts/2026/hello/index.md": "x"})
    assert main(["new", "post", "Hello", "--site", "blog", "--date", "2026-11-10"]) == 2
    assert "there is a post 2026/hello already" in capsys.readouterr().err


def test_with_several_people_nobody_is_chosen_by_chance(blog: Path) -> None:
    assert main(["new", "author", "Tom Kern", "--site", "blog"]) == 0
    assert main(["new", "post", "Hello", "--site", "blog", "--date", "2026-11-10"]) == 0
    assert front(blog / "content/posts/2026/hello.md")["authors"] == []


def test_with_several_people_a_person_at_a_terminal_is_asked(
    blog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["new", "author", "Tom Kern", "--site", "blog"]) == 0
    screen = attended(monkeypatch, "tom-kern, jana-weiss")
    assert main(["new", "post", "Hello", "--site", "blog", "--date", "2026-11-10"]) == 0
    assert front(blog / "content/posts/2026/hello.md")["authors"] == ["tom-kern", "jana-weiss"]
    assert screen.getvalue().startswith("Who signs it (jana-weiss, tom-kern)? ")


@pytest.mark.parametrize("name", ["Zoë O’Neill", "Mehmet Yılmaz", "Dr. Ada: King", "王小明"])
def test_a_name_of_any_kind_makes_a_profile(blog: Path, name: str) -> None:
    assert main(["new", "author", name, "--job-title", "yes: baker", "--site", "blog"]) == 0
    (id_,) = set(known_authors(blog)) - {"jana-weiss"}
    keys = front(blog / f"authors/{id_}.md")
    assert (keys["name"], keys["job_title"]) == (name, "yes: baker")
    assert faults_of(blog) == []


def test_a_person_has_one_profile(blog: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "author", "Jana Weiss", "--site", "blog"]) == 2
    assert capsys.readouterr().err == (
        "corpblog: there is a profile “jana-weiss” already; nothing was changed\n"
        "  for another person of this name: --id jana-weiss-2\n"
    )
    assert main(["new", "author", "Jana Weiss", "--id", "jana-weiss-2", "--site", "blog"]) == 0


def test_profiles_in_folders_and_translations_are_known(blog: Path) -> None:
    write_site(
        blog,
        {"authors/tom-kern/index.md": "", "authors/jana-weiss.de.md": "", "authors/a.jpg": b""},
    )
    assert known_authors(blog) == ("jana-weiss", "tom-kern")


def test_without_a_site_nothing_is_made(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "post", "Hello"]) == 2
    assert capsys.readouterr().err == (
        "corpblog: there is no corpblog.yml here or in a folder above\n"
        "  go to the folder of your site or name it; start one with: corpblog new site DIR\n"
    )


def test_the_site_is_found_from_a_folder_inside(
    blog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(blog / "content/posts")
    assert main(["new", "author", "Tom Kern"]) == 0
    assert "tom-kern" in known_authors(blog)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1))
@settings(max_examples=50)
def test_front_matter_always_holds_what_was_typed(text: str) -> None:
    post = draft(text, date(2026, 11, 10), ("a", text), guidance="en")
    keys = yaml.safe_load(post.partition("---\n")[2].rpartition("\n---")[0])
    assert (keys["title"], keys["authors"]) == (text, ["a", text])
    person = profile("a", text, text, "de").partition("---\n")[2].rpartition("\n---")[0]
    assert yaml.safe_load(person)["name"] == text


def test_both_languages_have_the_same_texts() -> None:
    names = {lang: {path.name for path in (FOLDER / lang).iterdir()} for lang in LANGUAGES}
    assert (
        names["en"] == names["de"] == {*PAGES, "corpblog.yml", "author.md", "post.md", "welcome.md"}
    )
