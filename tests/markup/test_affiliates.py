"""Links that bring money are known by host, or by the partner key of a shop."""

import pytest

from corpblog.markup.affiliates import is_affiliate


@pytest.mark.parametrize(
    "url",
    [
        "https://amzn.to/abc",
        "//www.awin1.com/x",
        "HTTPS://AMZN.TO/abc",
        "https://www.amazon.de/dp/B000?th=1&tag=kern-21",
        "https://www.amazon.de/dp/B000?TAG=kern-21#reviews",
    ],
)
def test_somebody_is_paid(url: str) -> None:
    assert is_affiliate(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://www.amazon.de/dp/B000",
        "https://www.amazon.de/dp/B000?ref=x&utm_source=y",
        "https://www.amazon.de/dp/B000?tag=",
        "https://shop.example/?tag=flour",
        "https://notamzn.to/abc",
        "https://amzn.to.example/abc",
        "/amzn.to/abc",
        "mailto:x@amzn.to",
        "https://[amzn.to/abc",
        "",
    ],
)
def test_nobody_is_paid(url: str) -> None:
    assert not is_affiliate(url)
