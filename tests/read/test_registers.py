"""Registers are read with the care of posts: each fault at its place, and the rest is read on."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from corpblog.model.disclosure import DisclosureType
from corpblog.model.source import SourceText
from corpblog.read.confidential import HASHES_FILE, hashes_in
from corpblog.read.registers import REGISTERS
from corpblog.read.schema import json_schema
from corpblog.read.site import ReadOptions, ReadResult, read_site
from corpblog.read.source_types import source_type, source_type_fault
from tests.sites import SMALL, post, write_site

NOW = datetime(2026, 11, 21, tzinfo=UTC)
FILES: dict[str, str | bytes] = {
    **SMALL,
    "static/hall.jpg": b"\xff\xd8",
    "static/label.svg": "<svg/>",
}


def read(root: Path, **registers: str) -> ReadResult:
    files: dict[str, str | bytes] = {
        f"registers/{name}.yml": text for name, text in registers.items()
    }
    return read_site(write_site(root, {**FILES, **files}), ReadOptions(now=NOW))


def told(result: ReadResult) -> list[tuple[str, str, str, str]]:
    return [
        (str(d.location).removeprefix("registers/"), d.code, d.message, d.hint)
        for d in result.diagnostics
    ]


GOOD = {
    "relations": """
        - party: Bäckerei Kern
          aliases: Kern Backwaren
          domains: [kern.example, BÄCKEREI.example]
          type: client
          since: 2024-03-01
          nameable: no
        - party: Bäckerei Kern
          type: investor
        """,
    "claims": "- {id: a-1, value: 412, as_of: 2026-11-10, status: goal}\n",
    "names": "names:\n- {name: No, own: yes}\n",
    "images": """
        - file: static/hall.jpg
          people: [jana-weiss, Tom]
          digital_source_type: http://cv.iptc.org/newscodes/digitalsourcetype/digitalcapture
        """,
    "topics": '- {topic: finance, role: ir, words: ["profit warning(|s)"], lang: no}\n',
    "certifications": "- {name: Blauer Engel, images: static/label.svg}\n",
    "boilerplate": "- text: This is no offer.\n",
}


def test_registers_are_records_of_what_stands_in_them(tmp_path: Path) -> None:
    result = read(tmp_path, **GOOD)
    assert told(result) == []
    assert result.site is not None
    found = result.site.registers
    first, second = found.relations
    assert (first.aliases, first.domains) == (
        ("Kern Backwaren",),
        ("kern.example", "bäckerei.example"),
    )
    assert (first.type, first.since, first.nameable) == (
        DisclosureType.CLIENT,
        date(2024, 3, 1),
        False,
    )
    assert (second.type, second.nameable) == (DisclosureType.INVESTOR, True)
    assert (found.claims[0].value, found.claims[0].status) == ("412", "goal")
    assert (found.names[0].name, found.names[0].own) == ("No", True)
    assert found.images[0].digital_source_type == "digitalCapture"
    assert (found.topics[0].lang, found.topics[0].max_hours) == ("no", 24)
    assert found.certifications[0].images == ("static/label.svg",)
    assert found.boilerplate[0].text == "This is no offer."
    assert sorted(found.sources) == sorted(GOOD)
    assert found.sources["claims"].path == "registers/claims.yml"


@pytest.mark.parametrize("name", sorted(REGISTERS))
def test_the_schema_of_a_register_takes_what_the_reader_takes(name: str) -> None:
    validator = jsonschema.Draft202012Validator(json_schema(name))
    values = json.loads(json.dumps(yaml.safe_load(GOOD[name]), default=str))
    entries = values[name] if isinstance(values, dict) else values
    for entry in entries:
        entry.update({key: "no" for key in ("lang",) if key in entry})
        entry.update({key: str(entry[key]) for key in ("name", "value") if key in entry})
    assert not list(validator.iter_errors(entries))
    assert not list(validator.iter_errors({name: entries}))
    for bad in ([{**entries[0], "prty": "x"}], ["Kern"], "Kern", {"entries": entries}):
        assert list(validator.iter_errors(bad)), bad


def test_a_site_without_registers_has_empty_ones(tmp_path: Path) -> None:
    result = read(tmp_path, relations="# nobody yet\n")
    assert result.site is not None
    assert result.diagnostics == ()
    assert result.site.registers.relations == ()
    assert result.site.registers.confidential.digests == frozenset()
    assert result.site.press == ()


FAULTY = [
    pytest.param(
        "relations",
        "- party: Kern\n  tpye: client\n",
        ("relations.yml:2:3", "SRC013", "unknown key “tpye”", "did you mean “type”?"),
        id="unknown key",
    ),
    pytest.param(
        "claims",
        "- id: a\n- id: b\n  as_of: soon\n",
        (
            "claims.yml:3:10",
            "SRC014",
            "as_of: “soon” is no day; expected a day such as 2026-11-10",
            "for example as_of: 2026-11-10",
        ),
        id="bad day",
    ),
    pytest.param(
        "claims",
        "- id: a\n  id: b\n",
        (
            "claims.yml:2:3",
            "SRC012",
            "“id” stands here a second time; the first is in line 1",
            "keep one of the two",
        ),
        id="key twice",
    ),
    pytest.param(
        "claims",
        "- id: a\n  statement: Note: it failed\n",
        (
            "claims.yml:2:18",
            "SRC010",
            "a second colon with a space in one line",
            'put quotation marks around the text: title: "Note: the export failed"',
        ),
        id="broken",
    ),
    pytest.param(
        "claims",
        "id: a\nvalue: 1\n",
        (
            "claims.yml:1:1",
            "SRC041",
            "expected a list of entries",
            "begin every entry with a dash and a space",
        ),
        id="no list",
    ),
    pytest.param(
        "names",
        "- name: Lab\n- Tower\n",
        (
            "names.yml:2:3",
            "SRC014",
            "this entry is no group of keys; expected the keys name, kind, own",
            "",
        ),
        id="no entry",
    ),
    pytest.param(
        "relations",
        "- type: client\n",
        ("relations.yml:1:3", "SRC036", "this entry has no party", "add a line party: …"),
        id="no party",
    ),
    pytest.param(
        "claims",
        "- id:\n  value: 1\n",
        ("claims.yml:1:3", "SRC036", "this entry has no id", "add a line id: …"),
        id="empty id",
    ),
    pytest.param(
        "relations",
        "- party: Kern\n  type: client\n- party: KERN\n  type: client\n",
        (
            "relations.yml:3:10",
            "SRC035",
            "“KERN” has an entry already",
            "make one entry of the two",
        ),
        id="twice",
    ),
    pytest.param(
        "relations",
        "- party: Kern\n  domains: [a.example, https://kern.example/shop]\n",
        (
            "relations.yml:2:24",
            "SRC014",
            "domains: “https://kern.example/shop” is no domain; write it without https:// and path",
            "write kern.example",
        ),
        id="domain",
    ),
    pytest.param(
        "relations",
        "- party: Kern\n  since: 2026-02-01\n  until: 2026-01-31\n",
        (
            "relations.yml:3:10",
            "SRC014",
            "until: 2026-01-31 lies before since (2026-02-01)",
            "correct one of the two days",
        ),
        id="days",
    ),
    pytest.param(
        "images",
        "- file: hall.jpg\n",
        (
            "images.yml:1:9",
            "SRC038",
            "file: there is no file hall.jpg",
            "did you mean “static/hall.jpg”?",
        ),
        id="folder of a file",
    ),
    pytest.param(
        "images",
        "- file: /static/hal.jpg\n",
        (
            "images.yml:1:9",
            "SRC038",
            "file: there is no file /static/hal.jpg",
            "did you mean “static/hall.jpg”?",
        ),
        id="name of a file",
    ),
    pytest.param(
        "images",
        "- file: ../secret.jpg\n",
        (
            "images.yml:1:9",
            "SRC038",
            "file: there is no file ../secret.jpg",
            "write the path from the root of the site, such as static/hall.jpg",
        ),
        id="file outside",
    ),
    pytest.param(
        "images",
        "- file: static/hall.jpg\n  people: jana-weis\n",
        (
            "images.yml:2:11",
            "SRC020",
            "people: there is no author “jana-weis”",
            "did you mean “jana-weiss”?; write somebody without a profile as a name with capitals",
        ),
        id="person",
    ),
    pytest.param(
        "images",
        "- file: static/hall.jpg\n  digital_source_type: trainedAlgorithmicMeda\n",
        (
            "images.yml:2:24",
            "SRC014",
            "digital_source_type: “trainedAlgorithmicMeda” is no type of the IPTC",
            "did you mean “trainedAlgorithmicMedia”?",
        ),
        id="source type",
    ),
    pytest.param(
        "certifications",
        "- name: Label\n  images: [static/lable.svg]\n",
        (
            "certifications.yml:2:12",
            "SRC038",
            "images: there is no file static/lable.svg",
            "did you mean “static/label.svg”?",
        ),
        id="label",
    ),
    pytest.param(
        "topics",
        "- topic: finance\n  role: ir\n  lang: english\n",
        (
            "topics.yml:3:9",
            "SRC014",
            "lang: “english” is no code of a language",
            "known here: en, de",
        ),
        id="language",
    ),
]


@pytest.mark.parametrize(("name", "text", "fault"), FAULTY)
def test_a_fault_is_told_once_at_its_place(
    tmp_path: Path, name: str, text: str, fault: tuple[str, str, str, str]
) -> None:
    assert told(read(tmp_path, **{name: text})) == [fault]


def test_a_bad_pattern_of_a_topic_is_told_and_left_out(tmp_path: Path) -> None:
    result = read(tmp_path, topics='- {topic: a, role: b, words: [good, "ba(d"]}\n')
    assert [(d.code, d.location.column) for d in result.diagnostics] == [("SRC014", 37)]
    assert result.site is not None
    assert result.site.registers.topics[0].words == ("good",)


def test_one_fault_leaves_other_entries_and_registers_in_their_places(tmp_path: Path) -> None:
    relations = "- party: A\n- nonsense\n- party: B\n  type: clint\n- party: C\n"
    result = read(tmp_path, relations=relations, claims="- [", names="- name: Lab\n")
    assert result.site is not None
    assert [d.code for d in result.diagnostics] == ["SRC014", "SRC014", "SRC010"]
    registers = result.site.registers
    assert [relation.party for relation in registers.relations] == ["A", "", "B", "C"]
    assert [name.name for name in registers.names] == ["Lab"]
    assert "registers/claims.yml" in result.site.unreadable


def test_both_places_of_an_entry_that_stands_twice_are_told(tmp_path: Path) -> None:
    result = read(tmp_path, claims="- id: a\n- id: b\n- id: a\n")
    related = result.diagnostics[0].related[0]
    assert (str(related.location), related.message) == (
        "registers/claims.yml:1:7",
        "the first entry",
    )


def test_a_file_that_is_no_register_is_told_with_the_nearest(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "registers/relation.yml": "",
        "registers/names.yaml": "",
        "registers/zoo.csv": "",
        "registers/README.md": "",
    }
    result = read_site(write_site(tmp_path, {**SMALL, **files}), ReadOptions(now=NOW))
    assert [(d[0], d[1], d[3][:40]) for d in told(result)] == [
        ("names.yaml", "SRC034", "rename it to registers/names.yml"),
        ("relation.yml", "SRC034", "rename it to registers/relations.yml"),
        ("zoo.csv", "SRC034", "registers are relations.yml, claims.yml,"),
    ]


@pytest.mark.parametrize(
    ("claims", "cited", "expected"),
    [
        ("- id: export-412\n", "[export-412]", None),
        ("- id: export-412\n", "[export-412, export-421]", "did you mean “export-412”?"),
        ("- id: export-412\n", "exprt-412", "did you mean “export-412”?"),
        ("", "[a]", "add it to registers/claims.yml"),
        ("- [", "[a]", None),
    ],
    ids=["known", "unknown", "one text", "no claims", "unreadable register"],
)
def test_a_post_cites_claims_that_exist(
    tmp_path: Path, claims: str, cited: str, expected: str | None
) -> None:
    write_site(tmp_path, {"content/posts/cites.md": post(f"claims: {cited}")})
    result = read(tmp_path, claims=claims)
    found = [d for d in result.diagnostics if d.code == "SRC039"]
    assert [d.hint for d in found] == ([expected] if expected else [])
    assert all(d.location.path == "content/posts/cites.md" and d.location.line == 5 for d in found)


def test_press_releases_are_texts_without_their_keys(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "press/a.md": "---\ntitle: x\n---\nWe sell.\n",
        "press/2026/b.txt": "We buy.\n",
        "press/broken.md": "---\ntitle: a: b\n---\nWe do.\n",
        "press/logo.png": b"\x89PNG",
        "press/old.txt": b"Gr\xfc\xdfe",
    }
    result = read_site(write_site(tmp_path, {**SMALL, **files}), ReadOptions(now=NOW))
    assert [(d[0], d[1]) for d in told(result)] == [("press/old.txt:1:3", "SRC001")]
    assert result.site is not None
    assert [(text.path, text.body) for text in result.site.press] == [
        ("press/2026/b.txt", "We buy.\n"),
        ("press/a.md", "We sell.\n"),
        ("press/broken.md", "---\ntitle: a: b\n---\nWe do.\n"),
    ]
    assert not any(path.startswith("press") for path in result.site.assets)


HASH = "0b7e8a4c3f2d1e5968778695a4b3c2d1e0f9a8b7c6d5e4f3a2b1c0d9e8f7a6b5"
SALT = "6f1d0c9a52b84e7790c3a1de5b2f8846"


def hashes(text: str) -> tuple[str, frozenset[str], list[tuple[int, str]]]:
    found, faults = hashes_in(SourceText(path=HASHES_FILE, text=text))
    assert all(not d.source_line for d in faults)
    return found.salt, found.digests, [(d.location.line, d.message) for d in faults]


def test_hashes_of_secret_terms_are_read_with_their_salt() -> None:
    text = f"# ours\n\nsalt: {SALT.upper()}\n{HASH.upper()}\n  {HASH}\n# end"
    assert hashes(text) == (SALT, frozenset({HASH}), [])
    assert hashes("") == ("", frozenset(), [])


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (f"{HASH}\nsalt: {SALT}\n", 1, "a hash stands here before the salt"),
        (
            f"salt: {SALT}\nProject Falcon\n",
            2,
            "expected 64 hexadecimal digits, a salt or a comment",
        ),
        (f"salt: {SALT}\n{HASH}0\n", 2, "expected 64 hexadecimal digits, a salt or a comment"),
        ("salt: abc\n", 1, "a salt has 16 hexadecimal digits or more"),
        (f"salt: {SALT}\nsalt: {SALT}\n", 2, "a second salt; hashes under the first would be lost"),
    ],
)
def test_a_line_that_is_no_hash_is_told_without_being_shown(
    text: str, line: int, message: str
) -> None:
    assert hashes(text)[2] == [(line, message)]


@given(st.text(max_size=200))
def test_any_hashes_file_is_read_or_told(text: str) -> None:
    source = SourceText(path=HASHES_FILE, text=text)
    found, faults = hashes_in(source)
    said = [line for line in text.split("\n") if line.strip() and line.strip()[0] != "#"]
    assert len(faults) + len(found.digests) + bool(found.salt) >= len(set(map(str.strip, said)))


def test_terms_of_the_iptc_are_known_by_name_and_by_address() -> None:
    address = "https://cv.iptc.org/newscodes/digitalsourcetype/TrainedAlgorithmicMedia/"
    assert source_type(address) == "trainedAlgorithmicMedia"
    assert source_type_fault(address) == ("", "")
    assert source_type_fault("somethingOfTomorrow") == ("", "")
    assert source_type("") == ""
