"""Links that bring money: hosts that pay for purchases, and the keys that name a partner."""

from collections.abc import Collection
from urllib.parse import parse_qsl, urlsplit

from corpblog.markup.targets import host_of

# Every link to them brings money.
AFFILIATE_HOSTS = (
    "awin1.com",
    "amzn.to",
    "shareasale.com",
    "tradedoubler.com",
    "digistore24.com",
    "clickbank.net",
    "jdoqocy.com",
    "dpbolvw.net",
    "anrdoezrs.net",
    "tkqlhce.com",
    "kqzyfj.com",
    "linksynergy.com",
    "financeads.net",
    "rstyle.me",
    "skimresources.com",
)
# Shops to which people link for nothing too: there a key in the address names who is paid.
PARTNER_SHOPS = (
    "amazon.de",
    "amazon.com",
    "amazon.co.uk",
    "amazon.fr",
    "amazon.it",
    "amazon.es",
    "amazon.nl",
    "thomann.de",
    "ebay.de",
    "ebay.com",
    "booking.com",
)
PARTNER_KEYS = ("tag", "awc", "affid", "partnerid", "clickref", "campid", "aid", "offid")


def is_affiliate(
    url: str,
    hosts: Collection[str] = AFFILIATE_HOSTS,
    shops: Collection[str] = PARTNER_SHOPS,
    keys: Collection[str] = PARTNER_KEYS,
) -> bool:
    """Whether somebody is paid for what is bought through the web address ``url``.

    That is so on one of ``hosts``, and on one of ``shops`` with one of ``keys`` in the query;
    subdomains count. ``ref`` and ``utm_…`` say where a reader comes from and pay nobody.
    """
    if not url.lower().startswith(("http://", "https://", "//")):
        return False
    host = host_of(url)
    if stands_below(host, hosts):
        return True
    if not stands_below(host, shops):
        return False
    given = {key.lower() for key, value in parse_qsl(urlsplit(url).query) if value}
    return not given.isdisjoint(keys)


def stands_below(host: str, domains: Collection[str]) -> bool:
    """Whether ``host`` is one of ``domains`` or a subdomain of one."""
    while host:
        if host in domains:
            return True
        host = host.partition(".")[2]
    return False
