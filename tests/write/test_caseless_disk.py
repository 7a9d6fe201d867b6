"""On a disk that takes upper and lower case for one, pages keep the spelling of the site."""

from pathlib import Path

from corpblog.write.conflicts import spelling
from corpblog.write.scan import scan


def test_a_path_is_spelled_as_the_site_spells_it() -> None:
    respelled = spelling(["tags/api/index.html", "caf\u00e9"])
    assert respelled("Tags/API/index.html") == "tags/api/index.html"
    assert respelled("TAGS") == "tags"
    assert respelled("cafe\u0301") == "caf\u00e9"
    assert respelled("Other") == "Other"


def test_a_folder_of_another_spelling_is_looked_into(tmp_path: Path) -> None:
    (tmp_path / "Tags").mkdir()
    (tmp_path / "Tags/A.html").touch()
    present = scan(tmp_path, {"tags"}, spelling(["tags/a.html"]))
    assert present.files == {"tags/a.html"}
    assert present.folders == {"tags"}
