"""The arXiv category taxonomy as a table, and the full category that a listing's short code names."""

from __future__ import annotations

from functools import lru_cache

# Source: arxiv.org/category_taxonomy. Aliases (cs.NA = math.NA, eess.SY = cs.SY ...) are categories of their own here:
# a code that could be spelt two ways stays as it was given.
ARCHIVES: dict[str, str] = {
    "astro-ph": "CO EP GA HE IM SR",
    "cond-mat": "dis-nn mes-hall mtrl-sci other quant-gas soft stat-mech str-el supr-con",
    "cs": "AI AR CC CE CG CL CR CV CY DB DC DL DM DS ET FL GL GR GT HC IR IT LG LO MA MM MS NA NE NI OH OS PF PL RO SC "
    "SD SE SI SY",
    "econ": "EM GN TH",
    "eess": "AS IV SP SY",
    "gr-qc": "",
    "hep-ex": "",
    "hep-lat": "",
    "hep-ph": "",
    "hep-th": "",
    "math": "AC AG AP AT CA CO CT CV DG DS FA GM GN GR GT HO IT KT LO MG MP NA NT OA OC PR QA RA RT SG SP ST",
    "math-ph": "",
    "nlin": "AO CD CG PS SI",
    "nucl-ex": "",
    "nucl-th": "",
    "physics": "acc-ph ao-ph app-ph atm-clus atom-ph bio-ph chem-ph class-ph comp-ph data-an ed-ph flu-dyn gen-ph "
    "geo-ph hist-ph ins-det med-ph optics plasm-ph pop-ph soc-ph space-ph",
    "q-bio": "BM CB GN MN NC OT PE QM SC TO",
    "q-fin": "CP EC GN MF PM PR RM ST TR",
    "quant-ph": "",
    "stat": "AP CO ME ML OT TH",
}


@lru_cache(maxsize=1)
def _by_code() -> dict[str, tuple[str, ...]]:
    """Return every full category by its code, and every archive and full category by itself."""
    found: dict[str, tuple[str, ...]] = {}
    for archive, codes in ARCHIVES.items():
        found[archive] = (*found.get(archive, ()), archive)
        for code in codes.split():
            full = f"{archive}.{code}"
            found[full] = (full,)
            found[code] = (*found.get(code, ()), full)
    return found


def is_known(code: str) -> bool:
    """True for a code, an archive or a full category of the taxonomy."""
    return code in _by_code()


def category(code: str) -> str:
    """Return the one category that `code` names (`LG` -> `cs.LG`); `code` itself where it names several or none."""
    full = _by_code().get(code, ())
    return full[0] if len(full) == 1 else code
