"""Brand tokens: a style sheet, and contrasts that can be read."""

from pathlib import Path

import pytest

from corpblog.markup.contrast import contrast
from corpblog.model.config import Brand, ColourPair
from corpblog.render.brand import brand_css
from tests.render.rendered import Rendered, render
from tests.sites import CONFIG


def branded(root: Path, tokens: str) -> Rendered:
    lines = "".join(f"    {line}\n" for line in tokens.splitlines())
    return render(root, {"corpblog.yml": f"{CONFIG}  brand:\n{lines}"})


def test_tokens_become_properties_for_light_and_dark(tmp_path: Path) -> None:
    site = branded(
        tmp_path,
        "accent: {light: '#004488', dark: '#88ccff'}\nradius: 4px\n"
        "font_text: '\"My Serif\", serif'",
    )
    assert site.lines == []
    css = site.text("assets/brand.css")
    assert "--accent: #004488;" in css
    assert "--accent: light-dark(#004488, #88ccff);" in css
    assert "--radius: 4px;" in css
    assert '--font-text: "My Serif", serif;' in css
    [link] = site.nodes("index.html", "//link[contains(@href, 'brand.css')]")
    assert link.get("href").startswith("/assets/brand.css?v=")


def test_a_site_without_tokens_has_no_such_style_sheet(tmp_path: Path) -> None:
    site = render(tmp_path, {})
    assert "assets/brand.css" not in site.files
    assert "brand.css" not in site.text("index.html")


def test_a_colour_for_one_scheme_leaves_the_other_as_it_was() -> None:
    css = brand_css(Brand(accent=ColourPair(light="#004488")))
    assert "--accent: light-dark(#004488, #74c9c2);" in css


def test_a_pair_that_cannot_be_read_is_told_with_a_colour_that_can(tmp_path: Path) -> None:
    site = branded(tmp_path, "accent: {light: '#66aaff', dark: '#88ccff'}")
    place = "corpblog.yml:10:22 TPL008"
    assert site.lines == [
        f"{place} accent #66aaff on accent_tint #eaf3f1 (light) has a contrast of 2.12",
        f"{place} accent #66aaff on paper #fbfaf6 (light) has a contrast of 2.29",
    ]
    better = site.told[1].hint.split()[1]
    assert contrast(better, "#fbfaf6") >= 4.5


@pytest.mark.parametrize(
    "tokens",
    [
        "accent: {light: red}",
        "accent: {light: '#12345'}",
        "radius: '1px; } body { display: none'",
        "font_text: 'x</style>'",
        "font_text: 'url(https://fonts.example/x)'",
    ],
)
def test_a_token_that_is_none_is_refused(tokens: str, tmp_path: Path) -> None:
    [line] = branded(tmp_path, tokens).lines
    assert line.startswith("corpblog.yml:10:") and " TPL009 theme.brand." in line


def test_a_colour_of_three_digits_is_judged_like_one_of_six(tmp_path: Path) -> None:
    site = branded(tmp_path, "paper: {light: '#FFF'}\nink: {light: '#999', dark: '#fff'}")
    said = "ink #999 on paper #FFF (light) has a contrast of 2.84"
    assert any(line.endswith(said) for line in site.lines)
