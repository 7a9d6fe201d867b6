"""Open tabs follow what a writer saves, and lose nothing of what a reader did in them."""

from pathlib import Path

from PIL import Image
from playwright.sync_api import BrowserContext, Page, expect

from tests.previews import Running, running
from tests.sites import AUTHOR, POST, post, write_site

POST_PAGE = "/2026/11/first-post/"
LONG = POST + "\n\n".join(f"Paragraph {number}." for number in range(200))
FORM = """
<form><input id="name"><textarea id="words"></textarea>
<select id="kind"><option>a</option><option>b</option></select>
<input type="checkbox" id="agreed"></form>
<details><summary>More</summary>Inside.</details>

"""


def opened(site: Running, tab: Page, path: str = POST_PAGE) -> Page:
    """``tab`` with a page that listens for changes, and a sign that a reload wipes off."""
    site.settle()
    with tab.expect_response("**/_corpblog/notes**"):
        tab.goto(site.address + path)
    tab.evaluate("window.untouched = true")
    return tab


def is_untouched(tab: Page) -> bool:
    return bool(tab.evaluate("window.untouched === true"))


def save(site: Running, files: dict[str, str | bytes]) -> None:
    write_site(site.root, files)


def test_a_saved_text_appears(site: Running, tab: Page) -> None:
    opened(site, tab)
    save(site, {"content/posts/first.md": POST.replace("Hello.", "Good evening.")})
    expect(tab.get_by_text("Good evening.")).to_be_visible()


def test_the_tab_goes_where_a_new_title_leads(site: Running, tab: Page) -> None:
    opened(site, tab)
    save(site, {"content/posts/first.md": POST.replace("First post", "Second try")})
    tab.wait_for_url("**/2026/11/second-try/")
    expect(tab.get_by_role("heading", name="Second try")).to_be_visible()
    save(site, {"content/posts/first.md": POST})
    tab.wait_for_url(f"**{POST_PAGE}")


def test_one_stays_where_one_was_reading(site: Running, tab: Page) -> None:
    save(site, {"content/posts/first.md": LONG})
    opened(site, tab)
    tab.get_by_text("Paragraph 100.").scroll_into_view_if_needed()
    before = tab.evaluate("scrollY")
    assert before > 1000
    save(site, {"content/posts/first.md": LONG + "\n\nThe end."})
    expect(tab.get_by_text("The end.")).to_be_attached()
    tab.wait_for_function(f"scrollY === {before}")


def test_what_one_typed_stays(site: Running, tab: Page) -> None:
    text = POST.replace("Hello.", FORM + "Hello.")
    save(site, {"content/posts/first.md": text})
    opened(site, tab)
    tab.locator("#words").fill("half a sen")
    tab.locator("#kind").select_option("b")
    tab.locator("#agreed").check()
    tab.locator("summary").first.click()
    tab.locator("#name").fill("Jana")
    tab.locator("#name").evaluate("field => field.setSelectionRange(2, 3)")
    save(site, {"content/posts/first.md": text + "\nChanged.\n"})
    expect(tab.get_by_text("Changed.")).to_be_visible()
    expect(tab.locator("#name")).to_have_value("Jana")
    expect(tab.locator("#words")).to_have_value("half a sen")
    expect(tab.locator("#kind")).to_have_value("b")
    expect(tab.locator("#agreed")).to_be_checked()
    expect(tab.get_by_text("Inside.")).to_be_visible()
    expect(tab.locator("#name")).to_be_focused()
    assert tab.evaluate("document.activeElement.selectionStart") == 2


def test_a_style_sheet_is_exchanged_without_a_reload(site: Running, tab: Page) -> None:
    save(site, {"static/assets/plain.css": "body { color: rgb(1, 2, 3) }"})
    opened(site, tab)
    expect(tab.locator("body")).to_have_css("color", "rgb(1, 2, 3)")
    for blue in (4, 5):
        save(site, {"static/assets/plain.css": f"body {{ color: rgb(1, 2, {blue}) }}"})
        expect(tab.locator("body")).to_have_css("color", f"rgb(1, 2, {blue})")
    assert is_untouched(tab)
    assert tab.locator('link[rel="stylesheet"][href*="plain.css"]').count() == 1


def test_a_tab_whose_page_did_not_change_stays_as_it_is(
    site: Running, window: BrowserContext
) -> None:
    save(site, {"content/posts/other.md": post("", title="Quite other")})
    page = "content/pages/about.md"
    save(site, {page: "---\ntitle: About\n---\nUs.\n"})
    changing, resting = window.new_page(), window.new_page()
    opened(site, changing)
    opened(site, resting, "/about/")
    for number in range(3):
        save(site, {"content/posts/first.md": POST.replace("Hello.", f"Text {number}.")})
        expect(changing.get_by_text(f"Text {number}.")).to_be_visible()
    assert is_untouched(resting)
    save(site, {page: "---\ntitle: About\n---\nUs all.\n"})
    expect(resting.get_by_text("Us all.")).to_be_visible()


def test_a_changed_picture_appears_at_the_same_address(site: Running, tab: Page) -> None:
    people = AUTHOR.replace("job", "image: {src: jana.png, alt: Jana}\njob")
    save(site, {"authors/jana-weiss.md": people})
    Image.new("RGB", (30, 30), "red").save(site.root / "authors" / "jana.png")
    opened(site, tab, "/people/jana-weiss/")
    red = "[...document.images].some(image => image.naturalWidth === 30)"
    tab.wait_for_function(red)
    Image.new("RGB", (40, 40), "blue").save(site.root / "authors" / "jana.png")
    tab.wait_for_function(red.replace("30", "40"))


def test_a_deleted_post_is_gone_and_comes_back(site: Running, tab: Page) -> None:
    opened(site, tab)
    (site.root / "content" / "posts" / "first.md").unlink()
    expect(tab.get_by_role("heading", name="First post")).to_have_count(0)
    save(site, {"content/posts/first.md": POST})
    expect(tab.get_by_role("heading", name="First post")).to_be_visible()
    assert tab.url.endswith(POST_PAGE)


def test_one_change_is_one_reload(site: Running, tab: Page) -> None:
    opened(site, tab)
    loads: list[str] = []
    tab.on("load", lambda page: loads.append(page.url))
    save(site, {"content/posts/first.md": POST.replace("Hello.", "Changed.")})
    expect(tab.get_by_text("Changed.")).to_be_visible()
    tab.wait_for_timeout(400)
    assert len(loads) == 1


def test_many_tabs_hear_of_a_change_at_once(site: Running, window: BrowserContext) -> None:
    """More than a browser allows connections to one server."""
    tabs = [window.new_page() for _ in range(8)]
    for tab in tabs:
        tab.goto(site.address + POST_PAGE)
    save(site, {"content/posts/first.md": POST.replace("Hello.", "For all of you.")})
    for tab in tabs:
        expect(tab.get_by_text("For all of you.")).to_be_visible()


def test_a_tab_outlives_the_preview(tmp_path: Path, tab: Page) -> None:
    root = write_site(tmp_path / "blog")
    with running(root) as first:
        port = first.server.port
        opened(first, tab)
    write_site(root, {"content/posts/first.md": POST.replace("Hello.", "While it was away.")})
    with running(root, port=port):
        expect(tab.get_by_text("While it was away.")).to_be_visible()


def test_the_page_below_a_path_is_kept_up_to_date_too(tmp_path: Path, tab: Page) -> None:
    root = write_site(tmp_path / "blog")
    config = (root / "corpblog.yml").read_text().replace("example.org/", "example.org/blog/")
    write_site(root, {"corpblog.yml": config})
    with running(root) as site:
        opened(site, tab, f"/blog{POST_PAGE}")
        save(site, {"content/posts/first.md": POST.replace("First post", "Below a path")})
        tab.wait_for_url("**/blog/2026/11/below-a-path/")
