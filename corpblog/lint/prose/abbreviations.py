"""Abbreviations that end in a stop, and words that begin a sentence, per language.

In small letters and without their last stop; one with a capital counts only as it is written.
"""

_BOTH = "dr prof dipl ing st vol ed hrsg jr sr phil al e.g i.e eg ie"
# Never the last word of a sentence.
WITHIN = {
    "en": frozenset(
        f"{_BOTH} mr mrs ms mx messrs rev hon gen capt lt sgt gov sen approx ca cf viz vs resp est "
        "incl excl avg dept univ assn bros a.k.a".split()
    ),
    "de": frozenset(
        f"{_BOTH} nr z.b d.h u.a o.ä s.o v.a z.t u.u i.d.r i.d bzw ca vgl evtl ggf inkl exkl zzgl "
        "abzgl bspw sog gem ehem geb gest allg betr bez durchschn eigtl entspr ggü insb insbes "
        "jew monatl näml str tel fr hr hrn priv doz verf vorm wg zit zw anm aufl kap abt hbf "
        "i.a i.s.d u.s.w".split()
    ),
}
# Words of their own too: abbreviations only before a number.
BEFORE_NUMBERS = {
    "en": frozenset("no nos fig figs sec ch pp eq art vol max min temp par".split()),
    "de": frozenset("abs abb art bd fig s kap max min rd seite ziff lit".split()),
}
# May end a sentence: they do when the next word is one that often begins one.
AT_ENDS = {
    "en": frozenset(
        "etc inc ltd co corp llc plc Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues "
        "Wed Thu Thur Fri Sat Sun a.m p.m pm ave blvd rd ft mt max min".split()
    ),
    "de": frozenset(
        "usw etc usf dgl co ltd inc e.v Jan Feb Mär Apr Jun Jul Aug Sep Sept Okt Nov Dez Mo Di Mi "
        "Do Fr Sa So mio mrd tsd mind max min ff f jh jhd".split()
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
