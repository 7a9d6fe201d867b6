"""What picture files tell, and pictures that no longer tell what is private."""

import hashlib
import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ExifTags, Image, PngImagePlugin

from corpblog.model.image_facts import ImageFacts
from corpblog.read.image_facts import facts_in, read_document_facts, read_image_facts
from corpblog.read.picture_parts import read_jpeg, read_png, read_webp, write_jpeg
from corpblog.read.picture_stripping import strip_private, stripped
from corpblog.read.site import ReadOptions, read_site
from corpblog.read.tiff_tags import read_tags
from tests.sites import SMALL, write_site

ICC = b"profile" * 30
XMP = """<?xpacket begin="" id="x"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF>
<rdf:Description aux:SerialNumber="4711" exif:GPSLatitude="53,33.1N">
<dc:creator><rdf:Seq>
<rdf:li>Anna Kern</rdf:li><rdf:li>Müller &amp; Co</rdf:li></rdf:Seq></dc:creator>
<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© Kern</rdf:li></rdf:Alt></dc:rights>
<Iptc4xmpExt:DigitalSourceType
  rdf:resource="http://cv.iptc.org/newscodes/digitalsourcetype/compositeCapture"/>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""
PLAIN_XMP = XMP.replace(' aux:SerialNumber="4711" exif:GPSLatitude="53,33.1N"', "")


def picture() -> Image.Image:
    return Image.linear_gradient("L").resize((40, 20)).convert("RGB")


def exif(**wanted: Any) -> Image.Exif:
    """Metadata as a camera writes them; each argument adds a kind."""
    tags = Image.Exif()
    tags[0x0112] = 6
    tags[0x010E] = "The hall"
    if "artist" in wanted:
        tags[0x013B] = wanted["artist"]
        tags[0x8298] = "© Kern".encode()
    if "account" in wanted:
        tags[0x9C9D] = wanted["account"].encode("utf-16-le") + b"\0\0"
    if "owner" in wanted:
        tags.get_ifd(ExifTags.IFD.Exif)[0xA430] = wanted["owner"]
    if "serial" in wanted:
        tags.get_ifd(ExifTags.IFD.Exif)[0xA431] = wanted["serial"]
        tags.get_ifd(ExifTags.IFD.Exif)[0xA001] = 1
        tags.get_ifd(ExifTags.IFD.Exif)[0x927C] = b"maker" * 9
    if "position" in wanted:
        tags.get_ifd(ExifTags.IFD.GPSInfo)[1] = "N"
        tags.get_ifd(ExifTags.IFD.GPSInfo)[2] = (53.0, 33.0, 1.0)
    return tags


def saved(form: str, **options: Any) -> bytes:
    if form == "TIFF" and "exif" in options:  # Pillow leaves out the groups when it writes one
        return bytes(options["exif"].tobytes().removeprefix(b"Exif\0\0"))
    out = io.BytesIO()
    picture().save(out, form, **options)
    return out.getvalue()


EVERYTHING = {"artist": "Anna Kern", "account": "akern", "serial": "4711", "position": True}
FORMS = ["JPEG", "PNG", "WEBP"]


def facts(data: bytes) -> ImageFacts:
    return facts_in(data, "static/a")


def flags(data: bytes) -> dict[str, bool]:
    found = facts(data)
    names = ("has_position", "has_serial", "has_account", "has_thumbnail")
    return {name.removeprefix("has_"): getattr(found, name) for name in names}


def with_preview(data: bytes) -> bytes:
    """The JPEG with an embedded preview in its EXIF, which Pillow does not write."""
    tiff = b"II*\0\x08\0\0\0" + b"\0\0" + b"\x0e\0\0\0"
    entry = b"\x01\x02\x04\0\x01\0\0\0\x20\0\0\0"
    preview = b"\x01\0" + entry + b"\0\0\0\0" + b"\xff\xd8small"
    jpeg = read_jpeg(data)
    assert jpeg is not None
    return write_jpeg(
        jpeg._replace(segments=((0xE1, b"Exif\0\0" + tiff + preview), *jpeg.segments))
    )


@pytest.mark.parametrize("form", [*FORMS, "AVIF", "TIFF"])
@pytest.mark.parametrize(
    ("wanted", "flag"),
    [
        ({"position": True}, "position"),
        ({"serial": "4711"}, "serial"),
        ({"owner": "Anna Kern"}, "account"),
        ({"account": "akern"}, "account"),
        ({"artist": "Anna Kern", "account": "Anna Kern", "owner": "Anna Kern"}, ""),
        ({"serial": "0000"}, ""),
        ({"artist": "Anna Kern"}, ""),
    ],
    ids=["position", "serial", "owner", "account", "account is credit", "no serial", "credit"],
)
def test_private_metadata_are_seen(form: str, wanted: dict[str, Any], flag: str) -> None:
    found = flags(saved(form, exif=exif(**wanted)))
    assert found == {name: name == flag for name in found}


@pytest.mark.parametrize("form", [*FORMS, "AVIF", "TIFF"])
def test_the_maker_and_the_rights_are_read(form: str) -> None:
    found = facts(saved(form, exif=exif(artist="Anna Kern")))
    assert (found.creator, found.copyright) == ("Anna Kern", "© Kern")


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_xmp_tells_the_same(form: str) -> None:
    if form == "PNG":
        texts = PngImagePlugin.PngInfo()
        texts.add_itxt("XML:com.adobe.xmp", XMP, zip=True)
        data = saved(form, pnginfo=texts)
    else:
        data = saved(form, xmp=XMP.encode())
    found = facts(data)
    assert (found.creator, found.copyright) == ("Anna Kern, Müller & Co", "© Kern")
    assert found.digital_source_type == "compositeCapture"
    assert (found.has_serial, found.has_position, found.has_account) == (True, True, False)


def test_texts_of_a_png_name_the_maker() -> None:
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", "Anna Kern")
    texts.add_text("Copyright", "Kern", zip=True)
    found = facts(saved("PNG", pnginfo=texts))
    assert (found.creator, found.copyright) == ("Anna Kern", "Kern")


def test_a_profile_that_imagemagick_packed_into_a_png_is_read() -> None:
    raw = exif(position=True).tobytes()
    texts = PngImagePlugin.PngInfo()
    packed = f"\nexif\n{len(raw):8}\n{raw.hex()}\n"
    texts.add_text("Raw profile type exif", packed, zip=True)
    data = saved("PNG", pnginfo=texts)
    assert flags(data)["position"]
    assert not flags(stripped(data))["position"]


def iptc(number: int, text: str) -> bytes:
    raw = text.encode()
    return bytes((0x1C, 2, number)) + len(raw).to_bytes(2, "big") + raw


def photoshop(data: bytes, *blocks: tuple[int, bytes]) -> bytes:
    payload = b"Photoshop 3.0\0"
    for number, content in blocks:
        payload += b"8BIM" + number.to_bytes(2, "big") + b"\0\0"
        payload += len(content).to_bytes(4, "big") + content + b"\0" * (len(content) % 2)
    jpeg = read_jpeg(data)
    assert jpeg is not None
    return write_jpeg(jpeg._replace(segments=((0xED, payload), *jpeg.segments)))


def test_iptc_names_the_maker_and_stays_when_a_preview_goes() -> None:
    sets = iptc(80, "Anna Kern") + iptc(80, "Tom Kern") + iptc(116, "Kern")
    data = photoshop(saved("JPEG"), (0x040C, b"small"), (0x0404, sets))
    for version, preview in ((data, True), (stripped(data), False)):
        found = facts(version)
        assert (found.creator, found.copyright) == ("Anna Kern, Tom Kern", "Kern")
        assert found.has_thumbnail is preview


def test_an_embedded_preview_is_seen_and_goes() -> None:
    data = with_preview(saved("JPEG"))
    assert flags(data)["thumbnail"]
    assert stripped(data) == saved("JPEG")


def test_content_credentials_tell_that_a_machine_made_it_also_when_they_go() -> None:
    claim = (
        b"jumb c2pa digitalsourcetype/compositeCapture .. digitalsourcetype/trainedAlgorithmicMedia"
    )
    jpeg = read_jpeg(saved("JPEG", exif=exif(position=True)))
    assert jpeg is not None
    data = write_jpeg(jpeg._replace(segments=(*jpeg.segments, (0xEB, claim))))
    assert facts(data).digital_source_type == "trainedAlgorithmicMedia"
    assert facts(stripped(data)).digital_source_type == "trainedAlgorithmicMedia"
    assert b"c2pa" not in stripped(data)


@pytest.mark.parametrize("form", FORMS)
def test_nothing_but_what_is_private_goes(form: str) -> None:
    data = saved(form, exif=exif(**EVERYTHING), icc_profile=ICC)
    clean = stripped(data)
    assert True not in flags(clean).values()
    assert (facts(clean).creator, facts(clean).copyright) == ("Anna Kern", "© Kern")
    with Image.open(io.BytesIO(data)) as before, Image.open(io.BytesIO(clean)) as after:
        assert after.tobytes() == before.tobytes()
        assert after.info["icc_profile"] == ICC
        tags = after.getexif()
        assert (tags[0x0112], tags[0x013B]) == (6, "Anna Kern")
        assert dict(tags.get_ifd(ExifTags.IFD.Exif)) == {0xA001: 1}
        assert not tags.get_ifd(ExifTags.IFD.GPSInfo)
    assert stripped(clean) == clean


@pytest.mark.parametrize("form", FORMS)
def test_xmp_keeps_the_maker_and_loses_the_place(form: str) -> None:
    if form == "PNG":
        texts = PngImagePlugin.PngInfo()
        texts.add_itxt("XML:com.adobe.xmp", XMP)
        data = saved(form, pnginfo=texts)
    else:
        data = saved(form, xmp=XMP.encode())
    found = facts(stripped(data))
    assert (found.creator, found.copyright) == ("Anna Kern, Müller & Co", "© Kern")
    assert found.digital_source_type == "compositeCapture"
    assert True not in flags(stripped(data)).values()
    assert b"4711" not in stripped(data)


@pytest.mark.parametrize("form", [*FORMS, "GIF", "AVIF", "TIFF"])
def test_what_tells_nothing_private_stays_to_the_byte(form: str) -> None:
    data = saved(form)
    assert stripped(data) == data
    assert stripped(saved("JPEG", xmp=PLAIN_XMP.encode())) == saved("JPEG", xmp=PLAIN_XMP.encode())


def test_a_progressive_picture_and_what_hides_behind_it(tmp_path: Path) -> None:
    data = saved("JPEG", progressive=True, exif=exif(position=True))
    (tmp_path / "a.jpg").write_bytes(data + b"ftypmp4 a film with its own place")
    clean = strip_private(tmp_path / "a.jpg")
    assert clean == stripped(data)
    with Image.open(io.BytesIO(clean)) as after, Image.open(io.BytesIO(data)) as before:
        assert after.tobytes() == before.tobytes()


SAMPLES = [saved(form, exif=exif(**EVERYTHING)) for form in (*FORMS, "TIFF")] + [
    saved("JPEG", xmp=XMP.encode()),
    photoshop(saved("JPEG"), (0x040C, b"small"), (0x0404, iptc(80, "Kern"))),
]


@given(st.sampled_from(SAMPLES), st.data())
def test_damaged_pictures_always_have_facts_and_a_digest(
    sample: bytes, data: st.DataObject
) -> None:
    damaged = bytearray(sample[: data.draw(st.integers(0, len(sample)))])
    for _ in range(data.draw(st.integers(0, 6)) if damaged else 0):
        place = data.draw(st.integers(0, min(len(damaged), 600) - 1))
        damaged[place] = data.draw(st.integers(0, 255))
    raw = bytes(damaged)
    assert facts(raw).digest == hashlib.sha256(raw).hexdigest()
    assert True not in flags(stripped(raw)).values() or stripped(raw) == raw


@given(st.binary(max_size=300))
def test_any_bytes_are_a_picture_without_facts_at_worst(raw: bytes) -> None:
    for head in (
        b"",
        b"\xff\xd8\xff",
        b"\x89PNG\r\n\x1a\n",
        b"RIFF\x50\0\0\0WEBP",
        b"II*\0",
        b"MM\0*",
    ):
        assert stripped(head + raw)[:0] == b""
        assert facts(head + raw).digest
    assert read_tags(raw) is None or raw[:2] in (b"II", b"MM")
    assert read_png(raw) is read_webp(raw) is None


def test_pictures_of_the_site_are_read_and_others_are_not(tmp_path: Path) -> None:
    photo = saved("JPEG", exif=exif(position=True))
    files: dict[str, str | bytes] = {
        **SMALL,
        "static/hall.jpg": photo,
        "static/logo.svg": "<svg/>",
        "static/terms.pdf": b"%PDF-1.4\n1 0 obj <</Author (Anna Kern)>> endobj",
        "static/plain.pdf": b"%PDF-1.4\n1 0 obj <</Author ()>> endobj",
        "authors/jana-weiss/index.md": SMALL["authors/jana-weiss.md"],
        "authors/jana-weiss/portrait.png": saved("PNG"),
        "content/posts/unused.jpg": photo,
        "content/posts/draft/index.md": "---\ntitle: x\ndraft: true\n---\n",
        "content/posts/draft/secret.jpg": photo,
    }
    del files["authors/jana-weiss.md"]
    site = read_site(write_site(tmp_path, files), ReadOptions()).site
    assert site is not None
    found = read_image_facts(site)
    assert list(found) == [
        "authors/jana-weiss/portrait.png",
        "static/hall.jpg",
        "static/logo.svg",
    ]
    hall = found["static/hall.jpg"]
    assert (hall.path, hall.digest) == ("static/hall.jpg", hashlib.sha256(photo).hexdigest())
    assert (hall.width, hall.height, hall.has_position) == (20, 40, True)
    documents = read_document_facts(site)
    assert {path: facts.has_author_property for path, facts in documents.items()} == {
        "static/plain.pdf": False,
        "static/terms.pdf": True,
    }
