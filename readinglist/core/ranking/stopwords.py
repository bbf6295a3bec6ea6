"""Words of titles and abstracts that tell nothing about a paper's subject."""

from __future__ import annotations

_SMALL = """
about above across after again against all almost along already also although always among and another any are around
because been before being below between both but can cannot could did does doing done down due during each either else
etc even ever every few for from further had has have having hence here how however into its itself just least less let
like made make makes many may maybe might more moreover most much must near need neither nevertheless nor not now off
often one only onto other others our ours out over own per perhaps quite rather really same several shall she should
since some still such than that the their them themselves then there thereby therefore these they this those though
through throughout thus together too toward towards under until upon use used using very via was well were what when
whenever where whereas whether which while who whole whose why will with within without would yet you your
"""
# What nearly every abstract says, whatever it is about.
_ABSTRACTS = """
abstract achieve achieved achieves achieving addition address addressed addresses aim aims allow allowing allows
analysis analyze application applications applied apply approach approaches article available based become benefit best
better can case cases challenge challenges challenging common compare compared comparison comparable conclude consider
considered consist contribution contributions current currently demonstrate demonstrated demonstrates demonstrating
describe described describes design despite develop developed different difficult directly discuss effective effectively
effectiveness efficiently empirical empirically enable enables establish evaluate evaluated evaluation evidence examine
example examples existing experiment experimental experiments explore extend extensive extensively field finally find
findings first focus following found framework furthermore general given good great high higher highly idea important
improve improved improvement improvements improves improving including increase increasing instead introduce introduced
introduces investigate issue issues key know known large largely last later lead leading leads led limited literature
low lower main mainly major method methods multiple namely new next novel number numerous observe obtain obtained offer
order outperform outperforms overall overcome paper papers particular particularly perform performance performing
performs possible potential practical practice present presented presents previous previously prior problem problems
propose proposed proposes provide provided provides providing put question range recent recently related relative
remain remains report reported require required requires requiring research respect respectively result resulting
results review role second section seen set sets setting settings show showed showing shown shows significant
significantly similar simple simply single small solve solving specific specifically standard state-of-the-art strong
studied studies study subsequent substantial substantially successful successfully suggest suggests support systematic
tackle take taken task tasks technique techniques term terms test tested third three time times two type types typical
typically understand understanding unlike usual usually value various way ways wide widely work works
"""
STOPWORDS = frozenset(f"{_SMALL} {_ABSTRACTS}".split())
