"""A picture that claims to be huge is a picture without a size, not the end of a build."""

import struct
import zlib
from pathlib import Path

from corpblog.read.site import ReadOptions, read_site
from tests.sites import SMALL, write_site


def test_a_picture_that_claims_ten_thousand_million_pixels_has_no_size(tmp_path: Path) -> None:
    head = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", len(head)) + b"IHDR" + head
    huge = b"\x89PNG\r\n\x1a\n" + chunk + struct.pack(">I", zlib.crc32(b"IHDR" + head))
    write_site(tmp_path, {**SMALL, "static/huge.png": huge})
    site = read_site(tmp_path, ReadOptions()).site
    assert site is not None
    assert (site.assets["huge.png"].width, site.assets["huge.png"].height) == (0, 0)
