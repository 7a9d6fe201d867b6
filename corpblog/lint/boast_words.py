"""The words of boasts: superlatives and absolutes, and what around them makes them harmless."""

from collections.abc import Mapping

SUPERLATIVE = "EVID001 superlative"
ABSOLUTE = "EVID001 absolute"
BETTER = "EVID001 better"

_EN_EST = (
    "best|fastest|quickest|safest|cheapest|strongest|toughest|lightest|thinnest|largest|"
    "biggest|greatest|highest|lowest|finest|easiest|simplest|smartest|cleanest|greenest|freshest|"
    "healthiest|longest|quietest|sharpest|brightest|fairest|friendliest|richest|warmest|softest|"
    "sturdiest|leanest|smoothest|tastiest|purest|broadest|widest|most accurate|most advanced|"
    "most affordable|most beautiful|most beloved|most capable|most comfortable|most compact|"
    "most complete|most comprehensive|most convenient|most customer-friendly|most durable|"
    "most economical|most effective|most efficient|most energy-efficient|most experienced|"
    "most flexible|most innovative|most intelligent|most modern|most popular|most powerful|"
    "most precise|most reliable|most renowned|most respected|most robust|most scalable|"
    "most secure|most sophisticated|most successful|most sustainable|most transparent|"
    "most trusted|most trustworthy|most user-friendly|most versatile|most widely used|"
    "most loved|most downloaded"
)
_DE_EST = (
    "best|sicherst|schnellst|günstigst|billigst|preiswertest|stärkst|leichtest|größt|höchst|"
    "niedrigst|modernst|zuverlässigst|robustest|haltbarst|langlebigst|einfachst|bequemst|schönst|"
    "sauberst|grünst|fairst|frischest|hochwertigst|innovativst|fortschrittlichst|umfassendst|"
    "umfangreichst|beliebtest|bekanntest|erfolgreichst|effizientest|effektivst|leistungsfähigst|"
    "leistungsstärkst|kompaktest|genauest|präzisest|schärfst|leisest|hellst|dünnst|nachhaltigst|"
    "umweltfreundlichst|transparentest|attraktivst|wirtschaftlichst|intelligentest|"
    "komfortabelst|vielseitigst|flexibelst|sparsamst|wertvollst|gesündest|leckerst|freundlichst|"
    "kundenfreundlichst|benutzerfreundlichst|stabilst|beständigst|vertrauenswürdigst|"
    "meistverkauft|meistgenutzt|meistgelesen|erfahrenst|fortgeschrittenst|führendst"
)
_EN_WHERE = "world's|europe's|germany's|britain's|america's|austria's|switzerland's|industry's"
_DE_WHERE = "Deutschlands|Europas|Österreichs|Bayerns|Berlins|Hamburgs|Norddeutschlands"
_EN_FACTS = (
    "faster|cheaper|safer|better|stronger|lighter|quicker|cleaner|smarter|simpler|easier|fairer|"
    "more reliable|more secure|more efficient|more accurate|more powerful|more durable|"
    "more precise|more affordable|more sustainable"
)
_DE_FACTS = (
    "schneller|günstiger|billiger|sicherer|besser|stärker|leichter|sauberer|klüger|einfacher|"
    "fairer|zuverlässiger|effizienter|genauer|leistungsfähiger|haltbarer|präziser|nachhaltiger|"
    "robuster|langlebiger|preiswerter"
)

PHRASES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    SUPERLATIVE: {
        "en": (f"(the|{_EN_WHERE}) ({_EN_EST})",),
        "de": (
            f"(der|die|das|den|dem|{_DE_WHERE}) ({_DE_EST})(e|en|er|es)",
            f"am ({_DE_EST})en",
        ),
    },
    ABSOLUTE: {
        "en": (
            "(is|are|we're|remain|remains|as|and) the only",
            "(is|are|was|were|we're|became|become) (|among |one of )the first",
            "number (one|1)",
            "no. 1",
            f"({_EN_WHERE}) first",
            "only we (offer|make|build|have|sell|can|provide|deliver)",
            "only (from|with|at) us",
            "(nobody|no one) (beats|else offers|else makes|else has)",
            f"nothing is ({_EN_FACTS})",
            "guaranteed",
            "we guarantee",
            "risk free",
            "(at|with) (no|zero) risk",
            "without (|any )risk",
            "no risk (for|to) you",
            "(take|takes|taking) no risk(|s)",
            "nothing to lose",
            "(always|never) (fail|fails|works|breaks|crashes|crash|break)",
            "without (fail|exception)",
        ),
        "de": (
            "(ist|sind|bleibt|bleiben|als) (der|die|das) einzige(|n)",
            "als einzige(|r|s)",
            "(ist|sind|war|waren|wurde|wurden) (der|die|das) erste(|n)",
            "als erste(r|s) (Anbieter|Hersteller|Unternehmen|Verlag|Betrieb|Haus|Händler|Bank)",
            "Nummer (eins|1)",
            "Nr. 1",
            "nur wir (bieten|haben|bauen|machen|liefern|können|verkaufen)",
            "(nur|nirgends außer) bei uns",
            f"(nichts|niemand) ist ({_DE_FACTS})",
            "garantier(t|en)",
            "garantiert~",
            "risikolos~",
            "risikofrei~",
            "ohne (jedes |)Risiko",
            "(gehen Sie|Sie gehen|Sie haben|tragen Sie) (|damit |dabei )(kein|keinerlei) Risiko",
            "nie wieder",
            "nie mehr",
            "fällt nie aus",
            "versagt nie",
            "funktioniert immer",
        ),
    },
    BETTER: {
        "en": (
            f"({_EN_FACTS}) than (any|all|every|everyone|anyone|anybody|everybody|other|others)",
            f"({_EN_FACTS}) than (the|our|its) (competition|competitors|competitor|rivals|rest)",
            f"({_EN_FACTS}) than (ever|anything) (|else )(on|in) the (market|industry)",
        ),
        "de": (
            f"({_DE_FACTS}) als (alle|allen|jede|jeder|jedes|jedem|andere|anderen|anderes)",
            f"({_DE_FACTS}) als (die|unsere|der|unser|alle) (Konkurrenz|Wettbewerber|"
            "Mitbewerber|Konkurrenten|Wettbewerb)",
        ),
    },
}

# Nouns and verbs after a superlative that tell of work, not of what is sold.
FREE_AFTER = {
    "en": frozenset(
        """challenge challenges problem problems mistake mistakes lesson lessons hurdle
        hurdles risk risks obstacle part parts question questions issue issues concern
        concerns bug bugs surprise difference change changes way ways thing things time
        times day days week step steps reason reasons effort interest interests practice
        practices moment case possible bet decision decisions fit place path idea ideas
        approach option options answer use job one ones impact priority priorities gap
        gaps barrier barriers number user users file files row example examples person
        people place point level levels value outcome outcomes common form""".split()
    ),
    "de": frozenset(
        """herausforderung herausforderungen problem probleme fehler hürde hürden risiko teil
        frage fragen sorge weg wege zeit tag schritt grund gründe moment möglichkeit
        möglichkeiten entscheidung idee ideen lösung mal aufwand unterschied überraschung
        fall punkt hindernis anteil datei dateien wert zeile nutzer stelle ansatz ebene
        art geht wäre man priorität ergebnis sache beispiel schnittmenge wissen gewissen
        voraussetzungen""".split()
    ),
}
FREE_ALONE = {
    "en": frozenset(
        """way ways thing things one ones time reason reasons problem question difference
        exception option part people person place ones people step day draft week year
        half few month weeks months days version round place of priority goal rule issue
        ours line question concern job task choice constraint condition house room floor
        team office""".split()
    ),
    "de": frozenset(
        """grund weg möglichkeit problem frage unterschied ausnahme mal nachteil sache ziel
        bedingung schritt tag teil monat woche jahr entwurf version hälfte runde wahl
        person voraussetzung regel schritte haus team büro raum ort""".split()
    ),
}
# Verbs of somebody who chooses among offers: what is chosen is not what is sold.
SEEKING = {
    "en": frozenset(
        """choose chose chosen choosing pick picked picking use used using find found finding
        need needed want wanted look looking ask asked take took try tried trying prefer
        select selected wonder wondered start started starting begin began decide decided
        learn learned compare compared which what""".split()
    ),
    "de": frozenset(
        """wählen gewählt suchen gesucht suchten finden gefunden fanden brauchen brauchten
        wollen wollten fragen gefragt fragten nehmen genommen nahmen entschieden überlegt
        überlegen vergleichen verglichen lernen gelernt welche welcher welches versuchen
        beginnen begonnen begann angefangen möchten sollte könnte würde""".split()
    ),
}
OFFERING = {
    "en": frozenset(
        """is are remain remains be being become becomes we're it's that's offer offers
        offering provide provides deliver delivers make makes made build builds built sell
        sells produce produces ship ships give gives bring brings have has run runs
        operate operates create created launch launched design designed develop developed
        introduce introduced manufacture manufactures invented get enjoy with boast boasts
        know serve serves""".split()
    ),
    "de": frozenset(
        """ist sind bleibt bleiben wird werden bieten bietet liefern liefert bauen baut
        gebaut machen macht verkaufen verkauft haben hat produzieren produziert fertigen
        fertigt herstellen stellen stellt geben gibt bringen bringt entwickeln entwickelt
        betreiben betreibt bekommen bekommt erhalten erhält arbeitet arbeiten hält läuft
        laufen druckt zählt gehört gilt mit""".split()
    ),
}
TIES = {
    "en": frozenset("by from at is are with of".split()),
    "de": frozenset("von bei aus ist sind mit bauen haben bieten machen liefern".split()),
}
MARKET = {
    "en": frozenset(
        "worldwide world market money industry europe germany planet globe region".split()
    ),
    "de": frozenset("weltweit europaweit bundesweit deutschlandweit welt markt branche".split()),
}
# With these a sentence about a thing begins.
SUBJECTS = {
    "en": frozenset("the this these with it its".split()),
    "de": frozenset("der die das dieser diese dieses mit er sie es".split()),
}
COPULAS = {
    "en": frozenset("is are remains".split()),
    "de": frozenset("ist sind bleibt bleiben".split()),
}
# Whoever is the best of these is somebody who sells.
OF_THE_MARKET = {
    "en": frozenset("market industry money".split()),
    "de": frozenset("markt branche".split()),
}
# With these a sentence tells of a wish, or of what must not be again.
WISHES = {
    "en": frozenset("if hope hoped wish would could may might".split()),
    "de": frozenset(
        "wenn falls hoffen wollen wollten möchten dürfen darf sollte soll wünschen würde".split()
    ),
}
