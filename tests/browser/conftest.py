"""A real browser for the preview: Chromium, started once."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.previews import Running, running
from tests.sites import write_site

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium of this machine; ``CORPBLOG_CHROMIUM`` names another one."""
    found = os.environ.get("CORPBLOG_CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), "")
    if not found:
        pytest.fail("these tests need Chromium: install the package chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=_FLAGS)
        yield started
        started.close()


@pytest.fixture
def window(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh window without memory; a script that fails in it fails the test."""
    context = browser.new_context(viewport={"width": 900, "height": 700})
    context.set_default_timeout(15_000)
    broken: list[str] = []
    context.on("weberror", lambda error: broken.append(str(error.error)))
    yield context
    context.close()
    assert not broken


@pytest.fixture
def tab(window: BrowserContext) -> Page:
    """A tab."""
    return window.new_page()


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Running]:
    """A preview of the small site."""
    with running(write_site(tmp_path / "blog")) as found:
        yield found
