"""Whatever changes on the disk, the right page follows: through the real watcher and server."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from tests.previews import Running, running, until
from tests.sites import AUTHOR, CONFIG, POST, post, write_site

# Told on the threads of watchdog when folders come and go quickly; the watcher looks itself then.
pytestmark = [
    pytest.mark.filterwarnings("ignore::RuntimeWarning:watchdog.observers.inotify"),
    pytest.mark.filterwarnings("ignore::RuntimeWarning:watchdog.observers.inotify_c"),
]

POST_PAGE = "/2026/11/first-post/"
PERSON = "/people/jana-weiss/"


@pytest.fixture(scope="module")
def running_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    root = tmp_path_factory.mktemp("blog")
    write_site(root)
    with running(root) as found:
        yield found


@pytest.fixture
def site(running_site: Running) -> Iterator[Running]:
    """The small site as it was in the beginning."""
    yield running_site
    root = running_site.root
    for folder in ("content", "authors", "templates", "static", "registers", "i18n", "themes"):
        shutil.rmtree(root / folder, ignore_errors=True)
    write_site(root)
    running_site.settle()
    until(lambda: "Hello." in running_site.get(POST_PAGE).text)


def shows(site: Running, path: str, text: str) -> Callable[[], bool]:
    return lambda: text in site.get(path).text


def test_a_text(site: Running) -> None:
    write_site(site.root, {"content/posts/first.md": POST.replace("Hello.", "Good evening.")})
    until(shows(site, POST_PAGE, "Good evening."))


def test_front_matter_everywhere_it_shows(site: Running) -> None:
    changed = POST.replace("authors:", "slug: first-post\nsummary: In short.\nauthors:")
    write_site(site.root, {"content/posts/first.md": changed.replace("First", "Changed")})
    until(shows(site, POST_PAGE, "Changed post"))
    assert "Changed post" in site.get("/").text and "In short." in site.get("/").text
    assert "Changed post" in site.get("/feed.atom").text
    assert "Changed post" in site.get(PERSON).text


def test_a_title_that_moves_the_address(site: Running) -> None:
    site.get(POST_PAGE)
    write_site(site.root, {"content/posts/first.md": POST.replace("First post", "Second try")})
    until(lambda: site.state(POST_PAGE)["moved"] == "/2026/11/second-try/")
    answer = site.get(POST_PAGE)
    assert (answer.status, answer.headers["location"]) == (302, "/2026/11/second-try/")
    write_site(site.root)
    until(lambda: site.get(POST_PAGE).status == 200)
    assert site.state("/2026/11/second-try/")["moved"] == POST_PAGE


def test_a_profile(site: Running) -> None:
    write_site(site.root, {"authors/jana-weiss.md": AUTHOR.replace("head of", "now head of")})
    until(shows(site, POST_PAGE, "now head of support"))
    assert "now head of support" in site.get(PERSON).text


def test_a_portrait(site: Running) -> None:
    write_site(site.root, {"authors/jana-weiss.md": AUTHOR.replace("job", "image: jana.png\njob")})
    Image.new("RGB", (20, 20), "red").save(site.root / "authors" / "jana.png")
    until(shows(site, PERSON, "jana.png"))
    site.settle()
    before = site.state(PERSON)["mark"]
    Image.new("RGB", (20, 20), "blue").save(site.root / "authors" / "jana.png")
    until(lambda: site.state(PERSON)["mark"] != before)
    red = site.get("/people/jana-weiss/jana.png").body
    assert red == (site.root / "authors" / "jana.png").read_bytes()


def test_the_configuration(site: Running) -> None:
    write_site(site.root, {"corpblog.yml": CONFIG.replace("title: Test", "title: Klartext")})
    until(shows(site, "/", "Klartext"))


def test_interface_texts(site: Running) -> None:
    write_site(site.root, {"i18n/en.yml": "heading.people: Our faces\n"})
    until(shows(site, "/people/", "Our faces"))


def test_a_register(site: Running) -> None:
    text = "- {party: Kern, type: employer}\n"
    write_site(site.root, {"registers/relations.yml": text})
    until(lambda: any("relations.yml" in each["path"] for each in site.notes("/")["others"]))
    (site.root / "registers" / "relations.yml").unlink()
    until(lambda: not any("relations.yml" in e["path"] for e in site.notes("/")["others"]))


def test_a_template(site: Running) -> None:
    template = '{% extends "parent:home.html" %}{% block main %}Own home{% endblock %}'
    write_site(site.root, {"templates/home.html": template})
    until(shows(site, "/", "Own home"))
    write_site(site.root, {"templates/home.html": template.replace("Own", "Another")})
    until(shows(site, "/", "Another home"))
    (site.root / "templates" / "home.html").unlink()
    until(shows(site, "/", "First post"))


def test_a_theme_of_the_site(site: Running) -> None:
    write_site(
        site.root,
        {
            "themes/own/theme.yml": "name: own\n",
            "themes/own/templates/home.html": "Home of the theme",
            "corpblog.yml": CONFIG.replace("name: plain", "name: own"),
        },
    )
    until(shows(site, "/", "Home of the theme"))
    write_site(site.root, {"themes/own/templates/home.html": "Changed in the theme"})
    until(shows(site, "/", "Changed in the theme"))


def test_a_static_file(site: Running) -> None:
    write_site(site.root, {"static/a.txt": "one"})
    until(shows(site, "/a.txt", "one"))
    write_site(site.root, {"static/a.txt": "two"})
    until(shows(site, "/a.txt", "two"))
    (site.root / "static" / "a.txt").unlink()
    until(lambda: site.get("/a.txt").status == 404)


def test_a_style_sheet_changes_no_page(site: Running) -> None:
    write_site(site.root, {"static/assets/plain.css": "body { color: red }"})
    site.settle()
    before = site.state("/")
    write_site(site.root, {"static/assets/plain.css": "body { color: green }"})
    until(lambda: site.state("/")["sheets"] != before["sheets"])
    assert site.state("/")["mark"] == before["mark"]


def test_a_new_post_and_its_end(site: Running) -> None:
    write_site(site.root, {"content/posts/2027/deep/down/new.md": post("", title="New here")})
    until(shows(site, "/", "New here"))
    assert site.get("/2026/11/new-here/").status == 200
    shutil.rmtree(site.root / "content" / "posts" / "2027")
    until(lambda: site.get("/2026/11/new-here/").status == 404)
    assert "New here" not in site.get("/").text


def test_a_folder_that_is_moved_in_and_out(site: Running, tmp_path: Path) -> None:
    write_site(tmp_path, {"year/a.md": post("", title="Moved in")})
    (tmp_path / "year").rename(site.root / "content" / "posts" / "year")
    until(shows(site, "/", "Moved in"))
    write_site(site.root, {"content/posts/year/a.md": post("", title="Written later")})
    until(shows(site, "/", "Written later"))
    (site.root / "content" / "posts" / "year").rename(tmp_path / "out")
    until(lambda: "Written later" not in site.get("/").text)


def test_a_file_that_is_renamed(site: Running) -> None:
    config = CONFIG + "permalinks: {post: '/{id}/'}\n"
    write_site(site.root, {"corpblog.yml": config})
    until(lambda: site.get("/first/").status == 200)
    (site.root / "content/posts/first.md").rename(site.root / "content/posts/renamed.md")
    until(lambda: site.state("/first/")["moved"] == "/renamed/")


def test_a_file_that_is_saved_by_way_of_another_name(site: Running) -> None:
    target = site.root / "content" / "posts" / "first.md"
    fresh = target.with_name(".first.md.swp")
    fresh.write_text(POST.replace("Hello.", "Renamed over."))
    fresh.replace(target)
    until(shows(site, POST_PAGE, "Renamed over."))


def test_a_file_that_makes_room_for_its_new_self(site: Running) -> None:
    target = site.root / "content" / "posts" / "first.md"
    backup = target.with_name("first.md~")
    target.rename(backup)
    target.write_text(POST.replace("Hello.", "Written anew."))
    backup.unlink()
    until(shows(site, POST_PAGE, "Written anew."))


def test_what_editors_leave_behind_is_no_change(site: Running) -> None:
    site.settle()
    before = site.server.desk.news.version
    for name in (".first.md.swp", "first.md~", "4913", "#first.md#", ".#first.md", ".DS_Store"):
        (site.root / "content" / "posts" / name).write_text("x")
        (site.root / "content" / "posts" / name).unlink()
    time.sleep(0.3)
    assert site.server.desk.news.version == before


def test_what_a_build_writes_is_no_change(site: Running) -> None:
    site.settle()
    before = site.server.desk.news.version
    write_site(site.root, {"public/index.html": "x", ".corpblog/x.memo": "x", "notes.txt": "x"})
    time.sleep(0.3)
    assert site.server.desk.news.version == before
    shutil.rmtree(site.root / "public")


def test_content_that_lies_elsewhere(site: Running) -> None:
    write_site(site.root, {"texts/linked.md": post("", title="By a link")})
    (site.root / "content" / "posts" / "linked").symlink_to(site.root / "texts")
    until(shows(site, "/", "By a link"))
    site.settle()
    write_site(site.root, {"texts/linked.md": post("", title="Changed behind the link")})
    until(shows(site, "/", "Changed behind the link"))
    shutil.rmtree(site.root / "texts")


def test_a_link_to_one_file(site: Running) -> None:
    write_site(site.root, {"texts/one.md": post("", title="One linked")})
    (site.root / "content" / "posts" / "one.md").symlink_to(site.root / "texts" / "one.md")
    until(shows(site, "/", "One linked"))
    site.settle()
    write_site(site.root, {"texts/one.md": post("", title="One changed")})
    until(shows(site, "/", "One changed"))
    shutil.rmtree(site.root / "texts")


def test_a_whole_branch_is_one_change(site: Running) -> None:
    root = site.root
    git("init", "-q", "-b", "main", cwd=root)
    git("add", "-A", cwd=root)
    git("commit", "-q", "-m", "one", cwd=root)
    git("checkout", "-q", "-b", "other", cwd=root)
    for number in range(500):
        write_site(root, {f"content/posts/many/{number}.md": post("", title=f"Number {number}")})
    git("add", "-A", cwd=root)
    git("commit", "-q", "-m", "two", cwd=root)
    until(lambda: site.get("/2026/11/number-499/").status == 200)
    site.settle()
    before = int(site.server.desk.news.version.rpartition("-")[2])
    git("checkout", "-q", "main", cwd=root)
    until(lambda: site.get("/2026/11/number-499/").status == 404)
    time.sleep(0.3)
    after = int(site.server.desk.news.version.rpartition("-")[2])
    assert after - before == 1
    git("checkout", "-q", "other", cwd=root)
    until(lambda: site.get("/2026/11/number-499/").status == 200)
    time.sleep(0.3)
    assert int(site.server.desk.news.version.rpartition("-")[2]) - after == 1
    shutil.rmtree(root / ".git")


def git(*words: str, cwd: Path) -> None:
    who = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(["git", *who, *words], cwd=cwd, check=True, env=environment)
