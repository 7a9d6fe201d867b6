"""The words of environmental claims, and the products and companies that they are about."""

import re
from collections.abc import Mapping

GENERIC = "EVID004 generic"
AMBIGUOUS = "EVID004 ambiguous"
NEUTRAL = "EVID004 neutral"
LABEL = "EVID004 label"

PHRASES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    # These mean the environment wherever they stand.
    GENERIC: {
        "en": (
            "environmentally (friendly|sound|compatible|responsible)",
            "(environment|climate|carbon|planet|earth|nature) friendly",
            "eco (friendly|conscious|responsible)",
            "ecofriendly",
            "(gentle on|kind to|good for) the (environment|planet|climate|earth)",
            "biodegradable",
            "(biobased|bio based)",
            "ecologically (sound|friendly|responsible)",
        ),
        "de": (
            "umwelt(freundlich|schonend|gerecht|verträglich|bewusst)(|er|st)~",
            "klima(freundlich|schonend|gerecht|bewusst)(|er|st)~",
            "(ressourcen|natur)schonend~",
            "biologisch abbaubar~",
            "biobasiert~",
            "öko freundlich~",
            "gut für (die Umwelt|das Klima|den Planeten)",
        ),
    },
    # These mean something else as often: only beside a product do they speak of the environment.
    AMBIGUOUS: {
        "en": (
            "(green|greener|greenest)",
            "sustainable",
            "sustainably (made|produced|sourced|packed|manufactured)",
            "(ecological|ecologically)",
            "eco",
            "energy efficient",
            "conscious",
        ),
        "de": (
            "grün(|er|st)~",
            "nachhaltig(|er|st)~",
            "ökologisch(|er|st)~",
            "energieeffizient(|er|est)~",
            "energiesparend~",
        ),
    },
    NEUTRAL: {
        "en": (
            "(climate|carbon|CO2|emission|emissions) (neutral|neutrally|positive|negative|free)",
            "(climate|carbon|CO2) (compensated|offset)",
            "net zero",
            "zero emission(|s)",
            "zero carbon",
            "(climate|carbon|CO2) neutrality",
        ),
        "de": (
            "(klima|CO2|treibhausgas|emissions)(neutral|positiv|negativ|kompensiert|frei)~",
            "CO2 (neutral|positiv|negativ|kompensiert|frei)~",
            "klimaneutralität",
            "CO2 Neutralität",
            "(netto null|net zero)",
        ),
    },
    LABEL: {
        "en": (
            "(eco|green|sustainability|climate|environmental|organic) (label|seal|badge)(|s)",
            "ecolabel(|s)",
            "seal of (sustainability|approval)",
            "certified (sustainable|green|climate neutral|carbon neutral|organic|eco friendly)",
        ),
        "de": (
            "(Umwelt|Öko|Klima|Bio|Nachhaltigkeits|Güte|Prüf)siegel(|s|n)",
            "(Umwelt|Öko|Klima|Bio|Nachhaltigkeits) (Siegel|Label)(|s|n)",
            "(Öko|Umwelt|Klima)label(|s)",
            "Umweltzeichen(|s)",
            "zertifiziert (nachhaltig|klimaneutral|ökologisch|umweltfreundlich)",
        ),
    },
}

_EN_PRODUCTS = (
    "packag|box|bottle|product|shoe|shirt|cloth|cotton|fabric|textile|paper|material|"
    "bag|cup|furniture|cleaner|detergent|cosmetic|soap|shampoo|cream|electricity|tariff|"
    "fuel|car|vehicle|truck|van|trip|flight|travel|coffee|food|wine|beer|chocolate|toy|phone|"
    "laptop|server|hosting|printer|printing|ink|paint|wood|timber|rope|net|fibre|fiber|yarn|"
    "shipping|delivery|parcel|collection|washing|heating|boiler|pump|"
    "device|machine|motor|engine|battery|batteries|lamp|light bulb|house|home|building material|"
    "cement|concrete|steel|plastic|mattress|carpet|wrapping|carton|straw|cutlery|fund|account|"
    "insurance|burger|meat|fish|fashion|jeans|jacket|coat|pen|notebook|gift|cruise|hotel|taxi|"
    "bean|roast|tea|bread|flour|egg|milk|cheese|juice|water|drink|fruit|vegetable|flower|candle|"
    "towel|tile|brick|sofa|couch|chair|table|desk|bed|bench|shelf|shelves|floor|window|door|garment|"
    "dress|sock|glove|backpack|suitcase|bicycle|bike|scooter|tyre|tire|tool|kitchen|stove|oven|"
    "factory|factories|production|manufacturing|roastery|brewery|bakery|ingredient|formula|recipe"
)
_DE_PRODUCTS = (
    "verpackung|karton|flasche|produkt|schuh|hemd|kleidung|baumwolle|stoff|textil|papier|"
    "material|tasche|beutel|becher|möbel|reiniger|waschmittel|kosmetik|seife|shampoo|creme|strom|"
    "tarif|auto|wagen|fahrzeug|reise|flug|kaffee|lebensmittel|wein|bier|schokolade|spielzeug|handy|"
    "laptop|server|hosting|drucker|(?<!ab)(?<!ein)(?<!aus)(?<!nach)druck|tinte|farbe|holz|seil|netz|faser|garn|versand|lieferung|"
    "paket|kollektion|sortiment|heizung|kessel|pumpe|gerät|maschine|motor|akku|batterie|lampe|haus|"
    "baustoff|zement|beton|stahl|kunststoff|matratze|teppich|folie|tüte|besteck|fonds|konto|"
    "versicherung|fleisch|fisch|mode|jeans|jacke|mantel|stift|heft|geschenk|kreuzfahrt|hotel|taxi|"
    "hülle|(?<!soft)(?<!hard)ware|tee|ziegel|dämmung|fenster|bus|bahn|bohne|röstung|brot|brötchen|"
    "mehl|milch|käse|saft|getränk|obst|gemüse|blume|kerze|handtuch|handtücher|fliese|sofa|couch|"
    "stuhl|stühle|esstisch|schreibtisch|bett|bank|regal|schrank|schränke|küche|ofen|öfen|kleid|socke|"
    "handschuh|rucksack|rucksäcke|koffer|fahrrad|fahrräder|roller|reifen|fabrik|produktion|fertigung|"
    "rösterei|brauerei|bäckerei|zutat|rezeptur"
)
# A word is a product if it begins (English) or ends (German compounds) like one of these.
PRODUCT = {
    "en": re.compile(rf"(?:{_EN_PRODUCTS})(?:s|es|ing|ging|ed|y)?"),
    "de": re.compile(rf"\w*(?:{_DE_PRODUCTS})(?:e|en|n|s|es|er|ern|ien)?"),
}
COMPANY = {
    "en": frozenset(
        """company business businesses organisation organization firm group operations office
        offices headquarters site sites team growth development future goal goals policy strategy
        economy society culture management solution solutions change success relationship
        relationships career finances practice practices way path plan plans pace model decision
        funding procurement service services light community city cities choice effort about of
        people users team's mind mission""".split()
    ),
    "de": frozenset(
        """unternehmen betrieb firma konzern gruppe standort standorte büro team wachstum
        entwicklung zukunft ziel ziele strategie wirtschaft gesellschaft wirkung lösung lösungen
        veränderung erfolg beziehung beziehungen struktur strukturen mobilität digitalisierung
        nutzung finanzierung planung stadt städte politik engagement projekt projekte zusammenarbeit
        partnerschaft bildung verwaltung etablierung aufbau software infrastruktur technologien
        technologie umgang ergebnisse qualität""".split()
    ),
}
# The colour of things, and of politics.
COLOUR = {
    "en": frozenset(
        """light lights card cards tea beans bean salad pepper room screen button party field
        fields eyes line lines dot tick check arrow text colour color belt lantern apple thumb
        lawn leaf leaves tree trees area areas space spaces paint house thread hat""".split()
    ),
    "de": frozenset(
        """licht ampel ampeln partei punkt pfeil knopf taste text farbe welle wiese fläche flächen
        tee salat bohnen paprika haken karte feld felder blatt blätter daumen stift linie hügel
        augen tisch minister ministerin abgeordnete fraktion""".split()
    ),
}
# What a company does for a customer is a product, too.
SERVING = {
    "en": frozenset(
        "ship shipped deliver delivered print printed produce produced host send".split()
    ),
    "de": frozenset(
        """versenden versendet liefern liefert geliefert drucken druckt gedruckt produzieren
        produziert hosten gehostet verschicken verschickt""".split()
    ),
}
ATTRIBUTE_REACH = 3
# A number with a unit says what exactly is better, and by how much.
FACT = re.compile(
    r"\d[\d.,]*[ \xa0]?(?:%|percent\b|per cent\b|Prozent\b|kg\b|g\b|t\b|tonnes?\b|Tonnen\b|kWh\b|"
    r"Wh\b|W\b|watts?\b|Watt\b|l\b|litres?\b|Liter\b|km\b|days?\b|Tage\b|Tagen\b|weeks?\b|Wochen\b|"
    r"months?\b|Monate\b|Monaten\b)",
    re.IGNORECASE,
)
BY_YEAR = re.compile(r"\b(?:by|until|till|from|bis|ab)\b[^.!?\n]{0,16}\b(20\d\d)\b", re.IGNORECASE)
SEAL_FILE = re.compile(
    r"(?:^|[-_])(?:eco|oeko|öko|bio|klima|climate|umwelt|green|organic|sustainab\w{2,5})[-_]?"
    r"(?:label|seal|siegel)|siegel"
)
# “Blue Wave label”: a name and nothing else; the label of a form is none.
SEAL_ALT = {
    "en": re.compile(r"(?:[A-Z][\w-]+ ){1,4}(?:[Ee]co-?)?(?:[Ll]abel|[Ss]eal)|(?i:\beco-?label\b)"),
    "de": re.compile(r"(?i:\b\w*(?:siegel|umweltzeichen|ökolabel)\b)"),
}
