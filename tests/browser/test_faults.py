"""What is wrong lies over the page that it is in, and goes when it is mended."""

from pathlib import Path

from playwright.sync_api import Page, expect

from corpblog.report.findings import Look, findings
from corpblog.report.text import write
from tests.previews import Running, running
from tests.sites import CONFIG, POST, post, write_site

POST_PAGE = "/2026/11/first-post/"
BROKEN = POST.replace("title: First post", "title: [First post")
PANEL = "corpblog-faults .panel"
BADGE = "corpblog-faults .badge"


def test_a_fault_lies_over_the_last_good_version_and_goes(site: Running, tab: Page) -> None:
    tab.goto(site.address + POST_PAGE)
    write_site(site.root, {"content/posts/first.md": BROKEN})
    expect(tab.locator(PANEL)).to_be_visible()
    expect(tab.get_by_role("heading", name="First post")).to_be_visible()
    expect(tab.locator(PANEL)).to_contain_text("as it was last right")
    write_site(site.root, {"content/posts/first.md": POST.replace("Hello.", "Mended.")})
    expect(tab.get_by_text("Mended.")).to_be_visible()
    expect(tab.locator("corpblog-faults")).to_have_count(0)


def test_the_text_is_that_of_the_terminal(site: Running, tab: Page) -> None:
    changed = POST.replace("authors:", "titel: x\nauthors:")
    write_site(site.root, {"content/posts/first.md": changed})
    tab.goto(site.address + POST_PAGE)
    shown = tab.locator(f"{PANEL} pre").first
    expect(shown).to_contain_text("^^^^^")
    (found,) = site.preview.diagnostics()
    terminal = write(findings((found,)), Look())
    text = shown.text_content() or ""
    assert text in terminal
    assert "content/posts/first.md:4:1: error SRC013 unknown key “titel”" in text
    assert "did you mean “title”?" in text


def test_a_place_leads_into_the_editor(tmp_path: Path, tab: Page) -> None:
    root = write_site(tmp_path / "my blog")
    write_site(root, {"content/posts/first.md": POST.replace("authors:", "titel: x\nauthors:")})
    with running(root) as site:
        tab.goto(site.address + POST_PAGE)
        link = tab.locator(f"{PANEL} a.editor").first
        path = f"{root.as_posix()}/content/posts/first.md".lstrip("/").replace(" ", "%20")
        expect(link).to_have_attribute("href", f"vscode://file/{path}:4:1")
        editor = CONFIG + "serve: {editor: 'subl://open?url=file:///{path}&line={line}'}\n"
        write_site(root, {"corpblog.yml": editor})
        expect(link).to_have_attribute("href", f"subl://open?url=file:///{path}&line=4")


def test_other_pages_go_on_working(site: Running, tab: Page) -> None:
    write_site(site.root, {"content/posts/other.md": post("", title="Quite other")})
    write_site(site.root, {"content/posts/first.md": BROKEN})
    tab.goto(site.address + "/2026/11/quite-other/")
    expect(tab.get_by_role("heading", name="Quite other")).to_be_visible()
    expect(tab.locator(BADGE)).to_have_text("1 error")
    expect(tab.locator(PANEL)).to_have_count(0)
    tab.locator(BADGE).click()
    expect(tab.locator(PANEL)).to_contain_text("content/posts/first.md")
    tab.keyboard.press("Escape")
    expect(tab.locator(PANEL)).to_have_count(0)
    write_site(site.root)
    expect(tab.locator("corpblog-faults")).to_have_count(0)


def test_a_template_fault_shows_its_line_and_the_templates_above(site: Running, tab: Page) -> None:
    block = '{% block main %}\n{% include "mine.html" %}{% endblock %}'
    home = f'{{% extends "parent:home.html" %}}\n{block}'
    write_site(site.root, {"templates/home.html": home, "templates/mine.html": "Fine."})
    tab.goto(site.address)
    expect(tab.get_by_text("Fine.")).to_be_visible()
    write_site(site.root, {"templates/mine.html": "One\n{{ page.titel }}\n"})
    panel = tab.locator(PANEL)
    expect(panel).to_contain_text("templates/mine.html:2")
    expect(panel).to_contain_text("{{ page.titel }}")
    expect(panel).to_contain_text("templates/home.html:3")
    expect(tab.get_by_text("Fine.")).to_be_visible()
    write_site(site.root, {"templates/mine.html": "Well again."})
    expect(tab.get_by_text("Well again.")).to_be_visible()
    expect(panel).to_have_count(0)


def test_a_dead_link_is_told_on_its_page(site: Running, tab: Page) -> None:
    write_site(site.root, {"content/posts/first.md": POST + "\n[there](nowhere.md)\n"})
    tab.goto(site.address + POST_PAGE)
    expect(tab.locator(PANEL)).to_contain_text("content/posts/first.md:8:9")
    expect(tab.locator(PANEL)).to_contain_text("LINK")


def test_it_starts_on_a_broken_site_and_wakes_by_itself(tmp_path: Path, tab: Page) -> None:
    root = write_site(tmp_path / "blog", {"corpblog.yml": "site: [\n"})
    write_site(root, {"content/posts/first.md": POST})
    with running(root) as site:
        tab.goto(site.address + POST_PAGE)
        expect(tab.locator("pre")).to_contain_text("corpblog.yml:")
        expect(tab.get_by_role("heading", name="First post")).to_have_count(0)
        write_site(root)
        expect(tab.get_by_role("heading", name="First post")).to_be_visible()


def test_a_configuration_that_breaks_leaves_the_pages_standing(site: Running, tab: Page) -> None:
    tab.goto(site.address + POST_PAGE)
    write_site(site.root, {"corpblog.yml": "site: [\n"})
    expect(tab.locator(PANEL)).to_contain_text("corpblog.yml:1:7")
    config = CONFIG.replace("name: plain", "name: nowhere")
    write_site(site.root, {"corpblog.yml": config})
    expect(tab.locator(PANEL)).to_contain_text("there is no theme “nowhere”")
    expect(tab.get_by_role("heading", name="First post")).to_be_visible()
    tab.goto(site.address + "/people/")
    expect(tab.get_by_text("Jana Weiss").first).to_be_visible()
    write_site(site.root)
    expect(tab.locator("corpblog-faults")).to_have_count(0)
