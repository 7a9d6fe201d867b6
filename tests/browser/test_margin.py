"""The writer's margin in a real browser: a list beside the text, and its words marked."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.previews import Running, running
from tests.sites import POST, write_site

PAGE = "/2026/11/first-post/"
SOURCE = "content/posts/first.md"
BODY = """\
Plain words stand here.

Our new cutting-edge rope is here. We sell the cutting-edge rope.

We, who had in the course of the work on [the *new*
rope](/people/) which had been planned since spring and which several teams took part in
changed its twist, made some ropes wrong.

- A world-class item.
"""
WORDY = POST.replace("Hello.", BODY)
MARGIN = "corpblog-margin aside"
MARKS = "mark.corpblog-mark"


@pytest.fixture
def wordy(tmp_path: Path) -> Iterator[Running]:
    with running(write_site(write_site(tmp_path / "blog"), {SOURCE: WORDY})) as found:
        yield found


def test_findings_are_listed_marked_and_gone_once_mended(wordy: Running, tab: Page) -> None:
    tab.goto(wordy.address + PAGE)
    tab.get_by_role("button", name="Margin").click()
    margin = tab.locator(MARGIN)
    expect(margin).to_contain_text("JARG002")
    expect(tab.locator(MARKS, has_text="cutting-edge")).to_have_count(2)
    long = tab.locator("mark.corpblog-warning[title*='this sentence']")
    expect(long).to_have_count(5)
    assert "".join(long.all_text_contents()).startswith("We, who had in the course of the work")
    assert "".join(long.all_text_contents()).endswith("made some ropes wrong.")
    expect(tab.locator("li " + MARKS)).to_have_text("world-class")
    expect(margin).to_contain_text("Sentences")
    expect(margin).to_contain_text("Jana Weiss")
    write_site(wordy.root, {SOURCE: POST.replace("Hello.", "Our new rope.")})
    expect(tab.get_by_text("Our new rope.")).to_be_visible()
    expect(margin).to_be_visible()
    expect(margin).not_to_contain_text("JARG002")
    expect(tab.locator(MARKS)).to_have_count(0)


def test_a_finding_leads_to_its_words_and_back(wordy: Running, tab: Page) -> None:
    far = POST.replace("Hello.", "Plain.\n\n" * 80 + "A cutting-edge rope.")
    write_site(wordy.root, {SOURCE: far})
    tab.goto(wordy.address + PAGE)
    expect(tab.get_by_role("button", name="Margin")).to_be_visible()
    tab.keyboard.press("Alt+m")
    message = tab.locator(f"{MARGIN} li", has_text="JARG002").get_by_role("button")
    words = tab.locator(MARKS, has_text="cutting-edge")
    expect(words).not_to_be_in_viewport()
    message.focus()
    tab.keyboard.press("Enter")
    expect(words).to_be_in_viewport()
    expect(message).to_have_attribute("aria-expanded", "true")
    expect(tab.locator(MARGIN)).to_contain_text("Why: ")
    expect(tab.locator(f"{MARGIN} li", has_text="JARG002").locator("q")).to_be_visible()
    link = tab.locator(f"{MARGIN} li", has_text="JARG002").locator("a.editor")
    path = (wordy.root / SOURCE).as_posix().lstrip("/")
    expect(link).to_have_attribute("href", f"vscode://file/{path}:166:3")
    message.click()
    expect(message).to_have_attribute("aria-expanded", "false")
    words.click()
    expect(message).to_have_attribute("aria-expanded", "true")


def test_it_stays_open_from_page_to_page_until_it_is_closed(wordy: Running, tab: Page) -> None:
    tab.goto(wordy.address + PAGE)
    expect(tab.locator(MARGIN)).to_have_count(0)
    expect(tab.get_by_role("button", name="Margin")).to_be_visible()
    tab.keyboard.press("Alt+m")
    expect(tab.locator(MARGIN)).to_be_focused()
    tab.goto(wordy.address)
    expect(tab.locator("corpblog-margin")).to_have_count(0)
    tab.goto(wordy.address + PAGE)
    expect(tab.locator(MARKS).first).to_be_visible()
    tab.get_by_role("button", name="Close the margin").press("Escape")
    expect(tab.locator(MARGIN)).to_have_count(0)
    expect(tab.locator(MARKS)).to_have_count(0)
    expect(tab.get_by_role("button", name="Margin")).to_be_focused()
    tab.reload()
    expect(tab.get_by_role("button", name="Margin")).to_be_visible()
    expect(tab.locator(MARGIN)).to_have_count(0)
