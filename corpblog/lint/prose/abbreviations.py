"""Abbreviations that end in a stop, and words that begin a sentence, per language."""

# Never the last word of a sentence. Written without their last stop.
_BOTH = "dr prof dipl ing st nr vol ed hrsg jr sr phil"
WITHIN = {
    "en": frozenset(
        f"{_BOTH} mr mrs ms mx messrs rev hon gen col capt lt sgt gov sen rep pres no nos fig figs "
        "sec ch pp eq approx ca cf e.g eg i.e ie viz vs v al resp est incl excl ext max min avg "
        "temp tel dept univ assn bros mt ft a.k.a".split()
    ),
    "de": frozenset(
        f"{_BOTH} z b z.b d h d.h u a u.a o ä o.ä i e i.e e.g s o s.o v a v.a z.t u.u i.d.r i.d r "
        "bzw ca vgl evtl ggf inkl exkl zzgl abzgl bspw sog gem lt ehem geb gest allg betr bez "
        "durchschn eigtl entspr ggü hl insb insbes jew max min mind mio mrd tsd monatl näml "
        "rd s str tel fr hr hrn mag priv doz verf vorm wg zit ziff zw abb abs anm art aufl bd "
        "kap abt fa jh jhd hbf mt ff f p.a".split()
    ),
}
# May end a sentence: they do when the next word is one that often begins one.
AT_ENDS = {
    "en": frozenset(
        "etc inc ltd co corp llc plc jan feb mar apr jun jul aug sep sept oct nov dec mon tue "
        "tues wed thu thur fri sat sun a.m p.m am pm u.s u.k u.n e.u d.c ph.d b.c a.d ave blvd "
        "rd min max".split()
    ),
    "de": frozenset(
        "usw etc usf dgl co ltd inc e.v jan feb mär apr jun jul aug sep sept okt nov dez".split()
    ),
}
STARTERS = {
    "en": frozenset(
        "the a an this that these those it its we our you your they their he his she her i my "
        "in on at for from with by to of as if when while where what why how who which there "
        "here but and so or yet still then now today however instead after before since because "
        "although though each every all some many most no not one two please also".split()
    ),
    "de": frozenset(
        "der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen "
        "diesem es er sie ich wir ihr man mein meine unser unsere sein seine ihre in im am an "
        "auf aus bei beim für mit nach von vom vor zu zum zur über unter durch gegen ohne um "
        "als wenn während weil da dass ob wo was warum wie wer dort hier aber und so oder doch "
        "dann jetzt nun heute allerdings außerdem danach davor seit jeder jede jedes alle "
        "einige viele keine kein nicht bitte auch damit dabei dafür deshalb daher trotzdem".split()
    ),
}
