"""What an imprint must say, by jurisdiction and kind of company; no legal advice."""

from collections.abc import Mapping
from typing import NamedTuple

from corpblog.lint.wording import Wording
from corpblog.model.config import Config

# Legal forms by what they must say more than a name and an address. A form that is not listed is
# that of a company.
_NATURAL = (
    "einzelunternehmen einzelunternehmer einzelunternehmerin einzelkaufmann freiberufler "
    "freiberuflerin kleingewerbe kleinunternehmer freelancer soletrader soleproprietor "
    "soleproprietorship einzelfirma einzelperson privatperson"
)
_PARTNERSHIP = "gbr gesbr partnership gesellschaftbürgerlichenrechts einfachegesellschaft"
_ASSOCIATION = "ev verein eingetragenerverein association stiftung foundation charity"
_PUBLIC = "kör körperschaft anstalt aör behörde gemeinde kommune authority council publicbody"
FORMS: Mapping[str, str] = {
    form: kind
    for kind, forms in (
        ("natural", _NATURAL),
        ("partnership", _PARTNERSHIP),
        ("association", _ASSOCIATION),
        ("public", _PUBLIC),
    )
    for form in forms.split()
}
# Forms that a registered name ends with: who writes “Acme GmbH” has named the form.
_IN_NAMES = frozenset(
    "gmbh ag kg ohg ug se eg kgaa ek ev gbr mbh sarl sàrl sa ltd limited plc llp llc inc corp "
    "corporation company kör aör stiftung verein ges og".split()
)
COMPANY = "company"
_ALL = frozenset((COMPANY, "natural", "partnership", "association", "public"))
_BODIES = _ALL - {"natural"}
_REGISTERED = frozenset((COMPANY, "association"))
_TRADING = frozenset((COMPANY,))


class Duty(NamedTuple):
    """A key that must be filled in: what it is, and for whom; ``keys`` are alternatives."""

    keys: tuple[tuple[str, ...], ...]
    what: Wording
    kinds: frozenset[str] = _ALL


class Profile(NamedTuple):
    """The duties of a jurisdiction, and the law that they come from."""

    law: str
    duties: tuple[Duty, ...]
    page: bool = True


def _legal(*names: str) -> tuple[tuple[str, ...], ...]:
    return tuple(("legal", name) for name in names)


_NAME = Duty((("organization", "legal_name"),), Wording("the full name", "der volle Name"))
_FORM = Duty(_legal("legal_form"), Wording("the legal form", "die Rechtsform"), _BODIES)
_STREET = Duty(_legal("street"), Wording("the street and number", "Straße und Hausnummer"))
_CODE = Duty(_legal("postal_code"), Wording("the postal code", "die Postleitzahl"))
_CITY = Duty(_legal("city"), Wording("the town", "der Ort"))
_EMAIL = Duty(_legal("email"), Wording("the e-mail address", "die E-Mail-Adresse"))
_SECOND = Duty(
    _legal("phone", "contact_form"),
    Wording(
        "a second fast way: telephone or contact form",
        "ein zweiter schneller Weg: Telefon oder Kontaktformular",
    ),
)
_ANY_WAY = Duty(
    _legal("email", "phone", "contact_form"), Wording("a way to reach you", "ein Weg zu Ihnen")
)
_WHO_ACTS = Duty(
    _legal("representatives"),
    Wording("who may act for the company", "wer die Firma vertritt"),
    _BODIES,
)
_REGISTER = Duty(_legal("register"), Wording("the register", "das Register"), _REGISTERED)
_NUMBER = Duty(
    _legal("register_number"),
    Wording("the number in the register", "die Registernummer"),
    _REGISTERED,
)
_VAT = Duty(
    _legal("vat_id"),
    Wording("the VAT identification number", "die Umsatzsteuer-Identifikationsnummer"),
    _TRADING,
)
_RESPONSIBLE = Duty(
    (("legal", "responsible", "name"),),
    Wording("who is responsible for the content", "wer für den Inhalt verantwortlich ist"),
)
_RESPONSIBLE_ADDRESS = Duty(
    (("legal", "responsible", "address"),),
    Wording(
        "the address of who is responsible for the content",
        "die Anschrift der verantwortlichen Person",
    ),
)
_ADDRESS = (_NAME, _STREET, _CODE, _CITY, _EMAIL)
PROFILES: Mapping[str, Profile] = {
    "de": Profile(
        "DDG § 5, MStV § 18",
        (
            *_ADDRESS,
            _FORM,
            _SECOND,
            _WHO_ACTS,
            _REGISTER,
            _NUMBER,
            _VAT,
            _RESPONSIBLE,
            _RESPONSIBLE_ADDRESS,
        ),
    ),
    "at": Profile(
        "ECG § 5, MedienG §§ 24, 25", (*_ADDRESS, _FORM, _WHO_ACTS, _REGISTER, _NUMBER, _VAT)
    ),
    "ch": Profile("UWG Art. 3(1)(s)", _ADDRESS),
    "eu": Profile("Directive 2000/31/EC, Art. 5", (*_ADDRESS, _REGISTER, _NUMBER, _VAT)),
    "uk": Profile(
        "Electronic Commerce (EC Directive) Regulations 2002, reg. 6; SI 2015/17, reg. 25",
        (*_ADDRESS, _NUMBER, _VAT),
    ),
    # No law asks for an imprint; that readers can reach whoever speaks is our own demand.
    "us": Profile("good practice", (_NAME, _ANY_WAY), page=False),
}
# Members of the union without a profile of their own.
_MEMBERS = frozenset(
    "be bg hr cy cz dk ee fi fr gr hu ie it lv lt lu mt nl pl pt ro sk si es se".split()
)


def profile_of(jurisdiction: str) -> Profile | None:
    """The duties in ``jurisdiction``, a country code, eu or uk; None where none are known."""
    code = jurisdiction.strip().lower()
    if code in _MEMBERS:
        return PROFILES["eu"]
    return PROFILES.get({"gb": "uk"}.get(code, code))


def kind_of(config: Config) -> str:
    """What sort of body the company is, by its legal form or the end of its name."""
    form = _plain(config.legal.legal_form)
    words = config.organization.legal_name.split()
    return FORMS.get(form) or FORMS.get(_plain(words[-1]) if words else "") or COMPANY


def names_its_form(config: Config) -> bool:
    """Whether the registered name holds the legal form: “Acme GmbH”."""
    words = config.organization.legal_name.split()
    return any(_plain(word) in _IN_NAMES for word in words[1:]) or (
        _plain("".join(words[-2:])) in _IN_NAMES
    )


def is_there(config: Config, path: tuple[str, ...]) -> bool:
    """Whether the configuration fills in the key at ``path``."""
    value: object = config
    for name in path:
        value = getattr(value, name, None)
    return bool(value.strip()) if isinstance(value, str) else bool(value)


def _plain(words: str) -> str:
    """“e. V.” and “E.V.” are “ev”."""
    return "".join(letter for letter in words.lower() if letter.isalnum())
