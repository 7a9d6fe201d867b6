"""XML of strangers: what harms or is broken is refused with a place and a way out."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpblog.diagnostics import CorpblogError
from corpblog.dialogue.imports.disqus import read_disqus
from corpblog.dialogue.imports.wordpress import read_wordpress

LAUGHS = """\
<?xml version="1.0"?>
<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>
<disqus><post id="1"><message>&b;</message></post></disqus>
"""
OUTSIDE = """\
<!DOCTYPE disqus SYSTEM "file:///etc/passwd" [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<disqus><post><message>&x;</message></post></disqus>
"""


def refused(tmp_path: Path, content: str | bytes, system: str = "disqus") -> str:
    file = tmp_path / "export.xml"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(CorpblogError) as raised:
        (read_disqus if system == "disqus" else read_wordpress)(file)
    [fault] = raised.value.diagnostics
    place = f":{fault.location.line}:{fault.location.column}" if fault.location.line else ""
    return f"{fault.code}{place} {fault.message}"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (LAUGHS, "IMPORT014:2:16 the file declares a document type (DOCTYPE)"),
        (OUTSIDE, "IMPORT014:1:46 the file declares a document type (DOCTYPE)"),
        ("<disqus>" + "<post>" * 500, "IMPORT014:1:603 elements lie more than 100 deep"),
        ("", "IMPORT013 the file is empty"),
        ("\n  \n", "IMPORT013:3:1 the XML is damaged: the file ends in the middle"),
        ("<disqus><post><message>Hello", "IMPORT013:1:29 the XML is damaged: the file ends in"),
        ("<disqus>\n<post></disqus>", "IMPORT013:2:9 the XML is damaged: mismatched tag"),
        ("<disqus>&nbsp;</disqus>", "IMPORT013:1:9 the XML is damaged: undefined entity"),
        (b"<disqus>\xff\xff</disqus>", "IMPORT013:1:9 the XML is damaged: not well-formed"),
        (b"PK\x03\x04zip", "IMPORT013:1:1 the XML is damaged: syntax error"),
        ("<rss/>", "IMPORT012 this is a WordPress export or another feed"),
        ("<html><body/></html>", "IMPORT012 this is a web page"),
        ("<opml/>", "IMPORT012 this is a file of <opml>"),
    ],
)
def test_bad_xml_is_refused(tmp_path: Path, content: str | bytes, expected: str) -> None:
    assert refused(tmp_path, content).startswith(expected)


def test_the_right_word_for_another_export_is_named(tmp_path: Path) -> None:
    file = tmp_path / "export.xml"
    file.write_text("<disqus/>")
    with pytest.raises(CorpblogError) as raised:
        read_wordpress(file)
    assert raised.value.diagnostics[0].hint == "say: corpblog comments import disqus FILE"


def test_a_file_that_is_not_there_or_a_folder_is_told(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.xml"):
        with pytest.raises(CorpblogError, match="IMPORT011 there is no such file"):
            read_wordpress(path)


def test_one_text_without_end_is_refused(tmp_path: Path) -> None:
    long = "<disqus><post><message>" + "a" * 5_000_001 + "</message></post></disqus>"
    assert refused(tmp_path, long).startswith("IMPORT014")


def test_wide_encodings_are_read(tmp_path: Path) -> None:
    file = tmp_path / "export.xml"
    head = "<?xml version='1.0' encoding='UTF-16'?>"
    text = f"{head}<disqus><post><message>Grüße</message></post></disqus>"
    file.write_bytes(text.encode("utf-16"))
    assert read_disqus(file).comments[0].text == "Grüße"


@given(st.binary(max_size=200), st.integers(0, 60))
def test_damage_is_always_a_fault_with_words(
    tmp_path_factory: pytest.TempPathFactory, garbage: bytes, place: int
) -> None:
    whole = b"<disqus><post id='1'><message>Hello</message></post></disqus>"
    file = tmp_path_factory.mktemp("x") / "export.xml"
    file.write_bytes(whole[:place] + garbage + whole[place:])
    try:
        read_disqus(file)
    except CorpblogError as error:
        assert error.diagnostics[0].code in ("IMPORT012", "IMPORT013", "IMPORT014")
