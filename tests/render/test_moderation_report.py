"""The moderation report: figures by quarter, all of them zero while nobody has written."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpblog.model.removal import RemovalReason
from corpblog.render.chart_views import TableView
from corpblog.render.pages.charts import Row, chart
from tests.render.rendered import Rendered, render
from tests.render.talk import ANSWER, remark, talk
from tests.sites import CONFIG, post

PAGE = "moderation-report/index.html"


@pytest.mark.parametrize("theme", ["plain", "byline"])
def test_before_anybody_wrote_every_figure_is_zero(theme: str, tmp_path: Path) -> None:
    older = post("", title="Older").replace("2026-11-10", "2025-03-18")
    files = {"corpblog.yml": CONFIG.replace("plain", theme), "content/posts/older.md": older}
    site = render(tmp_path, files)
    assert site.lines == []
    assert "Since 18 March 2025" in site.words(PAGE)
    figures = [node.text_content() for node in site.nodes(PAGE, "//main//dd")]
    assert figures == ["0"] * (4 + len(RemovalReason))


def test_every_reason_that_the_policy_names_is_counted(tmp_path: Path) -> None:
    site = render(tmp_path, {"content/posts/first.de.md": post("", title="Erster")})
    for folder in ("", "de/"):
        named = site.nodes(f"{folder}comment-policy/index.html", "//*[@data-part='reasons']//dt")
        counted = [
            node.text_content() for node in site.nodes(f"{folder}{PAGE}", "//main//dl[2]//dt")
        ]
        assert counted == [node.text_content() for node in named]


def test_a_blog_without_posts_says_that_nobody_could_write(tmp_path: Path) -> None:
    site = render(tmp_path, {"content/posts/first.md": post("draft: true")})
    assert site.lines == []
    assert "Nothing has been published yet" in site.words(PAGE)


def test_it_is_linked_below_every_page(tmp_path: Path) -> None:
    site = render(tmp_path, {})
    assert {"/moderation-report/", "/rules/", "/comment-policy/"} <= {
        *site.hrefs("index.html", "//footer")
    }


def spoken(root: Path, theme: str = "plain", **files: str) -> Rendered:
    """A blog on which two questions were answered, one of them late, and two comments removed."""
    gone = {"reason": "insult", "by": "jana-weiss", "date": "2026-11-12"}
    return talk(
        root,
        remark("a", "2026-11-02 10:00", by="Petra", kind="question", outcome="resolved"),
        remark("b", "2026-11-02 14:00", staff="jana-weiss", reply_to="a", text=ANSWER),
        remark("c", "2026-11-03 10:00", by="Rolf", kind="question"),
        remark("d", "2026-11-20 10:00", staff="jana-weiss", reply_to="c", text=ANSWER),
        remark("e", "2026-08-03 10:00", by="Anke", kind="praise", text="Good."),
        remark("f", "2026-11-12 10:00", status="removed", removal=gone),
        remark("g", "2026-11-12 11:00", status="removed", removal={**gone, "reason": "spam"}),
        remark("h", "2026-11-29 10:00", status="held", needs_answer=False),
        theme=theme,
        **files,
    )


@pytest.mark.parametrize("theme", ["plain", "byline"])
def test_each_quarter_says_what_came_and_what_became_of_it(theme: str, tmp_path: Path) -> None:
    site = spoken(tmp_path, theme)
    assert site.lines == []
    headings = [node.text_content() for node in site.nodes(PAGE, "//main//h2")]
    assert headings[-2:] == ["Q4 2026", "Q3 2026"]
    labels = [node.text_content() for node in site.nodes(PAGE, "//main//dl[1]//dt")]
    values = [node.text_content() for node in site.nodes(PAGE, "//main//dl[1]//dd")]
    newest = dict(list(zip(labels, values, strict=True))[:11])
    assert newest["Comments received"] == "5"
    assert newest["Asked for an answer"] == "2"
    assert newest["Answered on time"] == "1 of 2 (50%)"
    assert newest["Waiting for a decision"] == "1"
    assert newest["Removed"] == "2"
    assert newest["Replies until resolved"] == "1"


@pytest.mark.parametrize("theme", ["plain", "byline"])
def test_a_chart_is_named_described_and_beside_a_table_with_its_figures(
    theme: str, tmp_path: Path
) -> None:
    site = spoken(tmp_path, theme)
    charts = site.nodes(PAGE, "//main//*[@role='img']")
    assert len(charts) == 4
    for drawn in charts:
        [figure] = drawn.xpath("ancestor::div[@class='chart']")
        named = {str(id_) for id_ in drawn.xpath("*[@id]/@id")}
        assert set(drawn.get("aria-labelledby").split()) == named
        assert all(node.text for node in drawn.xpath("title | desc"))
        cells = {node.text_content() for node in figure.xpath(".//td | .//tbody//th")}
        for value in drawn.xpath("text"):
            assert any(value.text in cell for cell in cells), value.text


def test_a_chart_draws_no_bar_out_of_its_frame(tmp_path: Path) -> None:
    for drawn in spoken(tmp_path).nodes(PAGE, "//main//*[@role='img']"):
        _, _, width, height = map(int, drawn.get("viewbox").split())
        for bar in drawn.xpath("rect"):
            assert int(bar.get("x")) + int(bar.get("width")) < width
            assert int(bar.get("y")) + int(bar.get("height")) <= height


def test_figures_are_of_teams_and_never_of_a_person(tmp_path: Path) -> None:
    alone = spoken(tmp_path / "alone")
    assert "Jana Weiss" not in alone.words(PAGE)
    assert "By team" not in alone.words(PAGE)
    person = "---\nname: {}\njob_title: clerk\ndepartment: {}\n---\nI write.\n"
    people = [("Jana Weiss", "Support"), ("Tom Kern", "Support")]
    people += [("Ada Gast", "Sales"), ("Rolf Bock", "Sales")]
    files = {
        f"authors__{name.lower().replace(' ', '-')}.md": person.format(name, team)
        for name, team in people
    }
    site = spoken(tmp_path / "teams", **files)
    [table] = site.nodes(PAGE, "//table[caption]")
    assert table.xpath("caption")[0].text == "By team, Q4 2026"
    assert [str(name) for name in table.xpath("tbody//th/text()")] == ["Support"]
    for name, _ in people:
        assert name not in site.words(PAGE)


def test_numbers_are_written_as_the_language_does(tmp_path: Path) -> None:
    site = spoken(tmp_path, **{"content__posts__first.de.md": post("", title="Erster")})
    words = site.words(f"de/{PAGE}")
    assert "4. Quartal 2026" in words
    assert "1 von 2 (50 %)" in words
    assert "Std." in words


@given(
    st.lists(
        st.tuples(st.text(max_size=12), st.one_of(st.none(), st.floats(0, 10_000))), min_size=1
    )
)
def test_bars_always_fit_their_chart(values: list[tuple[str, float | None]]) -> None:
    rows = [Row(label, ((value, "text"), (value, "text"))) for label, value in values]
    drawn = chart("x", "", "", rows, TableView(caption="", columns=(), rows=()))
    assert len(drawn.bars) == 2 * len(drawn.marks) == 2 * len(rows)
    for bar in drawn.bars:
        assert 0 <= bar.x <= bar.x + bar.width <= bar.text_x <= drawn.width
        assert 0 <= bar.y < bar.y + bar.height <= drawn.height
    assert all(first.y < second.y for first, second in pairwise(drawn.bars))
