"""Whatever happens to a site, its folder holds the last published build and what is foreign."""

import tempfile
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from corpblog.diagnostics import CorpblogError
from corpblog.write.conflicts import conflicts, parents
from tests.write.site_builds import build, held, killed_at, mend

PATHS = ("a", "a/x", "a/b/y", "b", "b/x", "c.html", ".well-known/z")

pages = st.dictionaries(st.sampled_from(PATHS), st.sampled_from([b"1", b"2", b"33"])).filter(
    lambda files: not conflicts(files)
)
events = st.one_of(
    st.tuples(st.just("build"), pages, st.just(0)),
    st.tuples(st.just("kill"), pages, st.integers(8, 60)),
    st.tuples(st.just("put"), st.sampled_from(PATHS), st.just(0)),
    st.tuples(st.just("forget"), st.none(), st.just(0)),
)


def in_the_way(files: Mapping[str, bytes], foreign: Mapping[str, bytes]) -> bool:
    """Whether a foreign file lies at, above or below one of ``files``."""
    return any(
        path == mine or path in parents(mine) or mine in parents(path)
        for path in files
        for mine in foreign
    )


@settings(max_examples=60, deadline=None)
@given(st.lists(events, max_size=7))
def test_the_folder_always_holds_one_whole_build_and_all_foreign_files(
    history: list[tuple[str, object, int]],
) -> None:
    with tempfile.TemporaryDirectory() as name:
        site = Path(name)
        public = site / "public"
        published: Mapping[str, bytes] = {}
        foreign: dict[str, bytes] = {}
        for event, what, number in history:
            if event == "put" and isinstance(what, str):
                if not in_the_way({what: b""}, {**published, **foreign}):
                    (public / what).parent.mkdir(parents=True, exist_ok=True)
                    (public / what).write_bytes(b"mine")
                    foreign[what] = b"mine"
            elif event == "forget" and (site / ".corpblog").exists():
                (site / ".corpblog").rename(site / f"forgotten-{len(list(site.iterdir()))}")
            elif isinstance(what, dict):
                if event == "kill":
                    killed_at(number, partial(attempt, site, what))
                    mend(site)
                    outcomes = [published, published if in_the_way(what, foreign) else what]
                    assert held(public) in [{**files, **foreign} for files in outcomes]
                    published = {k: v for k, v in held(public).items() if k not in foreign}
                elif attempt(site, what):
                    assert not in_the_way(what, foreign)
                    published = what
                else:
                    assert in_the_way(what, foreign)
            assert held(public) == {**published, **foreign}


def attempt(site: Path, files: Mapping[str, bytes]) -> bool:
    """Whether ``files`` could be published."""
    try:
        build(site, files)
    except CorpblogError:
        return False
    return True
