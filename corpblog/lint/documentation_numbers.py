"""Numbers that belong to nobody: kept free for films, manuals and tests."""

import re

# Accounts of the standard's own examples and of banks' documentation.
FREE_ACCOUNTS = frozenset(
    """GB82WEST12345698765432 GB29NWBK60161331926819 GB33BUKB20201555555555
    FR1420041010050500013M02606 CH9300762011623852957 AT611904300234573201
    NL91ABNA0417164300 BE68539007547034 ES9121000418450200051332
    IT60X0542811101000000123456 DE68210501700012345678 DE12500105170648489890
    DE02120300000000202051 DE02500105170137075030 DE02100500000054540402
    DE02300209000106531065 DE02200505501015871393 DE88100900001234567892
    DE91100000000123456789 LU280019400644750000 IE29AIBK93115212345678
    SE4550000000058398257466 NO9386011117947 DK5000400440116243 FI2112345600000785
    PL61109010140000071219812874 PT50000201231234567890154""".split()
)
# Cards of payment providers' test systems.
FREE_CARDS = frozenset(
    """4242424242424242 4111111111111111 4012888888881881 4000056655665556 4222222222222
    5555555555554444 5105105105105100 5200828282828210 2223003122003222 378282246310005
    371449635398431 6011111111111117 6011000990139424 3056930009020004 36227206271667
    3566002020360505 30569309025904 38520000023237 3530111333300000""".split()
)
# National numbers, without the leading zero: Germany (numbers for films, Bundesnetzagentur),
# United Kingdom (Ofcom, numbers for drama), France (Arcep), United States (555-01xx).
_FREE_BY_COUNTRY = {
    "49": re.compile(
        r"(?:3023125|699000?9|4066969|2214710|8999998)\d{1,3}"
        r"|15228817386|15228895456|15254599371|1729925904|1729968532|1729973185|1729973186"
        r"|1729980752|1749091317|1749464308|176040690\d\d|1713920\d{3}"
    ),
    "44": re.compile(
        r"207946\d{4}|1632960\d{3}|7700900\d{3}|1(?:1[3-8]|21|31|41|51|61)4960\d{3}|1914980\d{3}"
        r"|2896496\d{3}|2920180\d{3}|8081570\d{3}|9098790\d{3}|3069990\d{3}"
    ),
    "33": re.compile(r"(?:19900|26191|35301|46571|53649|63998)\d{4}"),
    "1": re.compile(r"\d{3}55501\d\d"),
}


def is_free_phone(written: str) -> bool:
    """Whether a telephone number, national or international, can belong to nobody."""
    digits = re.sub(r"\D", "", re.sub(r"\(0\)", "", written))
    if written.lstrip("( ").startswith(("+", "00")):
        number = digits.removeprefix("00")
        return any(
            number.startswith(country) and free.fullmatch(number[len(country) :].lstrip("0"))
            for country, free in _FREE_BY_COUNTRY.items()
        )
    national = digits.removeprefix("0") if digits.startswith("0") else digits.removeprefix("1")
    return any(free.fullmatch(national) for free in _FREE_BY_COUNTRY.values())
