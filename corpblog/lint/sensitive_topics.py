"""Topics on which a company must not speak without a sign-off, and the words that open them."""

from collections.abc import Mapping
from dataclasses import dataclass

FINANCE = "finance"


@dataclass(frozen=True, kw_only=True, slots=True)
class BuiltinTopic:
    """A topic with the role that signs it off, and its words by language."""

    role: str
    words: Mapping[str, tuple[str, ...]]


_FINANCE = {
    "en": (
        "(our|the company's|group|net|quarterly|annual|yearly|total|record) revenue(|s)",
        "(more|less|higher|lower) revenue(|s)",
        "revenue(|s) (grew|rose|fell|increased|decreased|declined|growth|target|forecast|of|will)",
        "(EBIT|EBITDA)",
        "(operating|net|quarterly|annual|gross) (profit|loss|income|earnings|result|results)",
        "(earnings|profit|revenue|financial) (guidance|forecast|outlook|warning)",
        "(raise|raised|lower|lowered|confirm|confirmed) (our|the|its) guidance",
        "profit warning",
        "(|our |the )dividend(|s)",
        "share price",
        "quarterly (figures|results|numbers)",
        "our (turnover|profit|profits|losses|earnings|margins)",
    ),
    "de": (
        "(Umsatz|Umsatzes|Umsätze|Umsätzen)",
        "(Jahres|Quartals|Gesamt|Konzern)umsatz(|es)",
        "(Umsatz|Gewinn|Ergebnis|Jahres)prognose(|n)",
        "Prognose für das (Geschäftsjahr|Gesamtjahr|Jahr|Quartal)",
        "(EBIT|EBITDA)",
        "(Betriebs|Jahres|Quartals|Konzern|Halbjahres)ergebnis(|se|ses)",
        "(operatives|operativen) Ergebnis",
        "Ergebnis (vor|nach) (Steuern|Zinsen)",
        "Gewinnwarnung(|en)",
        "(Jahresüberschuss|Jahresfehlbetrag|Nettogewinn|Quartalsgewinn)",
        "Dividende(|n)",
        "Aktienkurs(|es)",
        "(Quartalszahlen|Geschäftszahlen|Halbjahreszahlen)",
    ),
}
_DEALS = {
    "en": (
        "(acquire|acquires|acquired|acquiring) (|a |the |all )(company|competitor|rival|startup|"
        "shares|stake|majority|business)",
        "we (acquire|acquired|have acquired|are acquiring|will acquire|bought the company)",
        "(merger|takeover) (|talks |negotiations )(with|of|between)",
        "(merge|merged|merging) with",
        "(majority|minority|controlling) stake",
        "(stake|shares) in (|the )(company|startup|firm)",
        "due diligence",
        "(initial public offering|IPO)",
    ),
    "de": (
        "(Unternehmens|Firmen)(übernahme|kauf)(|n)",
        "Übernahme (von|durch) (|die |der |den )(Firma|Unternehmen|Konzern|Wettbewerber|Gruppe)",
        "Übernahme(angebot|gespräche|verhandlungen|pläne)(|s|n)",
        "(Fusion|Fusionen|Fusionsgespräche) (mit|von|zwischen)",
        "(fusionieren|fusioniert) mit",
        "(die Firma|das Unternehmen|den Wettbewerber) (|* )(übernommen|gekauft)",
        "(Mehrheits|Minderheits|Unternehmens)(beteiligung|beteiligungen|anteil|anteile)",
        "Beteiligung an (|der |dem |einem |einer )(Firma|Unternehmen|Startup|Gesellschaft|GmbH|AG)",
        "Börsengang(|s|es)",
    ),
}
_LITIGATION = {
    "en": (
        "(lawsuit|lawsuits|litigation)",
        "class action",
        "(sue|sued|suing) (us|our|the company)",
        "we (sue|sued|are suing|have sued|are being sued|are sued|were sued)",
        "(legal proceedings|court proceedings|legal dispute)",
        "(out of court|legal) settlement",
    ),
    "de": (
        "(Rechtsstreit|Rechtsstreits|Rechtsstreitigkeiten|Gerichtsverfahren|Sammelklage)",
        "(verklagt|verklagen|verklagte|verklagten)",
        "(Klage|Klagen) (gegen|von|eingereicht|abgewiesen)",
        "(Schadensersatzklage|Patentklage|Unterlassungsklage)(|n)",
        "außergerichtliche(|n|r) Einigung",
    ),
}
_RECALL = {
    "en": (
        "product recall(|s)",
        "(recall|recalling|recalled) (|all |our |the |these )(products|units|devices|batch|batches"
        "|vehicles|models|items)",
        "(safety|voluntary) recall",
    ),
    "de": (
        "(Rückrufaktion|Rückrufaktionen|Produktrückruf|Produktrückrufe)",
        "Rückruf (von|der|aller|des) (Produkte|Produkten|Geräte|Geräten|Charge|Chargen|Ware|"
        "Modelle|Fahrzeuge)",
        "(rufen|ruft) (|wir )(|alle |die |unsere )(Geräte|Produkte|Charge|Chargen|Modelle) zurück",
    ),
}
_LAYOFFS = {
    "en": (
        "(layoff|layoffs|lay offs)",
        "(laid|lay|laying) off (|some |many |our |all )(staff|people|employees|workers|colleagues)",
        "job cuts",
        "(redundancies|made redundant|mass redundancy)",
        "(cut|cutting|cuts) (jobs|positions|staff)",
        "plant closure",
    ),
    "de": (
        "(Stellenabbau|Stellenabbaus|Personalabbau|Personalabbaus|Massenentlassung|"
        "Massenentlassungen)",
        "(betriebsbedingte|betriebsbedingten) Kündigung(|en)",
        "(Kündigungswelle|Werksschließung|Standortschließung)",
        "(Stellen|Arbeitsplätze) (abbauen|streichen|gestrichen|abgebaut)",
        "(Mitarbeiter|Beschäftigte|Leute|Kollegen) (entlassen|entlässt)",
    ),
}
_BREACH = {
    "en": (
        "(data|security) (breach|breaches|leak|leaks)",
        "(a|the|this|last|recent) security incident",
        "(hacked|ransomware|cyber attack|cyberattack)",
        "customer data (was|were) (stolen|exposed|leaked|published)",
    ),
    "de": (
        "(Datenleck|Datenlecks|Datenpanne|Datenpannen|Datendiebstahl)",
        "(Sicherheitsvorfall|Sicherheitsvorfälle|Sicherheitsvorfalls)",
        "(Hackerangriff|Hackerangriffe|Cyberangriff|Cyberangriffe|Ransomware)",
        "(gehackt|Kundendaten gestohlen)",
    ),
}
_HEALTH = {
    "en": (
        "(cures|heals|cure|heal) (cancer|disease|diseases|arthritis|diabetes|pain|allergies|"
        "headaches|migraine|depression)",
        "(prevents|prevent|protects against|fights) (cancer|disease|diseases|illness|infection|"
        "infections|diabetes|heart attacks)",
        "(strengthens|boosts|supports) (your |the )immune system",
        "(lowers|reduces) (your |)(blood pressure|cholesterol)",
        "clinically (proven|tested)",
        "(relieves|relieve) (back |)pain",
    ),
    "de": (
        "(heilt|heilen) (Krebs|Krankheiten|Arthrose|Diabetes|Schmerzen|Allergien|Kopfschmerzen|"
        "Migräne|Depressionen)",
        "(schützt|beugt) (vor |)(Krebs|Krankheiten|Infektionen|Diabetes|Herzinfarkt)",
        "(stärkt|unterstützt) (das|Ihr|dein) Immunsystem",
        "senkt (den|Ihren) (Blutdruck|Cholesterinspiegel)",
        "klinisch (bewiesen|getestet|geprüft)",
        "(lindert|lindern) (|Rücken)Schmerzen",
    ),
}

TOPICS: Mapping[str, BuiltinTopic] = {
    FINANCE: BuiltinTopic(role="investor-relations", words=_FINANCE),
    "deals": BuiltinTopic(role="legal", words=_DEALS),
    "litigation": BuiltinTopic(role="legal", words=_LITIGATION),
    "recall": BuiltinTopic(role="product-safety", words=_RECALL),
    "layoffs": BuiltinTopic(role="human-resources", words=_LAYOFFS),
    "security-breach": BuiltinTopic(role="security", words=_BREACH),
    "health": BuiltinTopic(role="legal", words=_HEALTH),
}

PHRASES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    f"CONF003 {name}": topic.words for name, topic in TOPICS.items()
}
