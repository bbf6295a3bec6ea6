"""What the names of TeX's accents, letters and signs stand for in Unicode: one table for reading and for writing.

The names are those of LaTeX2e, textcomp, TIPA, T2A, amssymb and biblatex/csquotes; the characters follow the charts.
"""

# ruff: noqa: SIM905 -- tables of words read better as one text

from __future__ import annotations


def _pairs(words: str) -> dict[str, str]:
    """Return a table written as names, each followed by what it stands for."""
    parts = words.split()
    return dict(zip(parts[::2], parts[1::2], strict=True))


ACCENTS: dict[str, str] = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "h": "\u0309", "r": "\u030a", "H": "\u030b", "v": "\u030c", "G": "\u030f", "U": "\u030e",
    "C": "\u030f", "f": "\u0311", "d": "\u0323", "c": "\u0327", "k": "\u0328", "b": "\u0331", "t": "\u0361",
    "textcommabelow": "\u0326", "textsubdot": "\u0323", "textdotbelow": "\u0323", "textogonek": "\u0328",
    "textsubring": "\u0325", "textsubbar": "\u0331", "texthookabove": "\u0309", "newtie": "\u0361",
    "textacutemacron": "\u0304\u0301", "textgravemacron": "\u0304\u0300", "textacutecircumflex": "\u0302\u0301",
    # Greek breathings and accents, as greek-fontenc calls them.
    "accpsili": "\u0313", "accdasia": "\u0314", "accperispomeni": "\u0342", "accypogegrammeni": "\u0345",
    # What the preambles of Mathematical Reviews define.
    "ocirc": "\u030a", "polhk": "\u0328", "lfhook": "\u0326", "udot": "\u0323", "soft": "\u030c", "dudot": "\u0324",
}  # fmt: skip

# Accents of math mode, on one letter.
MATH_ACCENTS: dict[str, str] = {
    "hat": "\u0302", "widehat": "\u0302", "tilde": "\u0303", "widetilde": "\u0303", "bar": "\u0304",
    "overline": "\u0305", "breve": "\u0306", "dot": "\u0307", "ddot": "\u0308", "mathring": "\u030a",
    "check": "\u030c", "vec": "\u20d7", "acute": "\u0301", "grave": "\u0300", "underline": "\u0332",
}  # fmt: skip

# An accent over nothing: `\~{}` is how a bare tilde is written.
# x
SPACING: dict[str, str] = {
    "`": "`", "'": "´", "^": "^", "~": "~", "=": "¯", '"': "¨", ".": "˙", "u": "˘", "v": "ˇ", "H": "˝", "r": "˚",
    "c": "¸", "k": "˛",
}  # fmt: skip

LETTERS = _pairs("""
    ohorn ơ  OHORN Ơ  uhorn ư  UHORN Ư  i ı  j ȷ  imath ı  jmath ȷ  o ø  O Ø  l ł  L Ł  ss ß  SS ẞ  ae æ  AE Æ  oe œ
    OE Œ  aa å  AA Å  dh ð  DH Ð  th þ  TH Þ  dj đ  DJ Đ  ng ŋ  NG Ŋ  ij ĳ  IJ Ĳ  eth ð  textthorn þ  textTheta Θ
    texteth ð  textETH Ð  textThorn Þ  textdbend ☡  textphi ɸ  textschwa ə  textesh ʃ  textezh ʒ  textglotstop ʔ
    textltailn ɲ  textopeno ɔ  textepsilon ɛ  hbar ℏ  hslash ℏ  ell ℓ  Re ℜ  Im ℑ  wp ℘  aleph ℵ  beth ℶ
    textordfeminine ª  textordmasculine º  textmu µ  textohm Ω  textkelvin K
""")

GREEK = _pairs("""
    alpha α  beta β  gamma γ  delta δ  epsilon ϵ  varepsilon ε  zeta ζ  eta η  theta θ  vartheta ϑ  iota ι  kappa κ
    varkappa ϰ  lambda λ  mu μ  nu ν  xi ξ  omicron ο  pi π  varpi ϖ  rho ρ  varrho ϱ  sigma σ  varsigma ς  tau τ
    upsilon υ  phi ϕ  varphi φ  chi χ  psi ψ  omega ω  digamma ϝ  Alpha Α  Beta Β  Gamma Γ  Delta Δ  Epsilon Ε  Zeta Ζ
    Eta Η  Theta Θ  Iota Ι  Kappa Κ  Lambda Λ  Mu Μ  Nu Ν  Xi Ξ  Omicron Ο  Pi Π  Rho Ρ  Sigma Σ  Tau Τ  Upsilon Υ
    Phi Φ  Chi Χ  Psi Ψ  Omega Ω
""")

# As exporters to ASCII write them: `{\cyrchar\CYRA}`. Capitals by upper-casing the name.
_CYRILLIC = _pairs("""
    a а  b б  v в  g г  d д  e е  yo ё  zh ж  z з  i и  ishrt й  k к  l л  m м  n н  o о  p п  r р  s с  t т  u у  f ф
    h х  c ц  ch ч  sh ш  shch щ  hrdsn ъ  ery ы  sftsn ь  erev э  yu ю  ya я  ie є  ii і  yi ї  gup ґ  je ј  lje љ
    nje њ  tshe ћ  dje ђ  dzhe џ  dze ѕ  ushrt ў  schwa ә  otld ө
""")

# Text symbols and punctuation, names with a shape, signs of phonetics.
_TEXT = _pairs(r"""
    textasciitilde ~  textasciicircum ^  textasciigrave `  textquotesingle '  textquotedbl "  textquoteleft ‘
    textquoteright ’  lq ‘  rq ’  textquotedblleft “  textquotedblright ”  ldq “  rdq ”  lbrace {  rbrace }
    textbraceleft {  textbraceright }  textless <  textgreater >  lt <  gt >  textbar |  vert |  textunderscore _
    textdollar $  textbrokenbar ¦  textsection §  S §  P ¶  textparagraph ¶  textdagger †  dag †  dagger †
    textdaggerdbl ‡  ddag ‡  ddagger ‡  copyright ©  textcopyright ©  textregistered ®  circledR ®  texttrademark ™
    pounds £  textsterling £  euro €  texteuro €  EUR €  textcent ¢  textyen ¥  yen ¥  textcurrency ¤  textdegree °
    degree °  textcelsius ℃  textmicro µ  textnumero №  textperthousand ‰  textpermil ‰  textellipsis …  ldots …
    dots …  dotsc …  cdots ⋯  vdots ⋮  ddots ⋱  textendash –  endash –  Dash —  textemdash —  emdash —  textbullet •
    bullet •  textperiodcentered ·  cdot ·  cprime ʹ  Cprime ʹ  cdprime ʺ  Cdprime ʺ  Dbar Đ  dbar đ  textexclamdown ¡
    textquestiondown ¿  guillemotleft «  guillemotright »  guillemetleft «  guillemetright »  guilsinglleft ‹
    guilsinglright ›  quotedblbase „  quotesinglbase ‚  glqq „  grqq “  glq ‚  grq ‘  flqq «  frqq »  flq ‹  frq ›
    textonehalf ½  textonequarter ¼  textthreequarters ¾  textonesuperior ¹  texttwosuperior ²  textthreesuperior ³
    textvisiblespace ␣  textreferencemark ※  textcircledP ℗  textservicemark ℠  textestimated ℮  texthyphen -
    adddot .  addcomma ,  addcolon :  addsemicolon ;  bibrangedash –  TeX TeX  LaTeX LaTeX  LaTeXe LaTeX2e
    BibTeX BibTeX  XeTeX XeTeX  LuaTeX LuaTeX  XeLaTeX XeLaTeX  LuaLaTeX LuaLaTeX  pdfTeX pdfTeX  AmSTeX AMSTeX
    AmS AMS  textperiodcentred ·  textpm ±  texttimes ×  textdiv ÷  textlnot ¬  textminus −  textbullseye ◎
    textasteriskcentered ∗  textopenbullet ◦  textlangle ⟨  textrangle ⟩  textlbrackdbl ⟦  textrbrackdbl ⟧
    textlquill ⁅  textrquill ⁆  textmusicalnote ♪  textpertenthousand ‱  textbaht ฿  textcolonmonetary ₡  textdong ₫
    textflorin ƒ  textlira ₤  textnaira ₦  textpeso ₱  textwon ₩  textcentoldstyle ¢  textdollaroldstyle $
    textuparrow ↑  textdownarrow ↓  textacutedbl ˝  textasciiacute ´  textasciibreve ˘  textasciicaron ˇ
    textasciidieresis ¨  textasciimacron ¯  textgravedbl ‶  textdblhyphen ⹀  textsurd √  textrecipe ℞
    textinterrobang ‽  textfractionsolidus ⁄  textpilcrow ¶  textdiscount ⁒  textborn ⭑  textdied †  textleaf ☙
    textmarried ⚭  textdivorced ⚮  textbigcircle ◯  texttildelow ˷  textonequarteroldstyle ¼  texthyphenchar -
    textnbhyphen ‑  hyphen -  textquotestraightbase ‚  textquotestraightdblbase „  slash /  at @  degres °  No №  no №
    ier er  ieme e  textturna ɐ  textscripta ɑ  textbeta β  textgamma ɣ  textlambda λ  texteng ŋ  textrtaild ɖ
    textturnv ʌ  textupsilon ʊ  textchi χ  textprimstress ˈ  textsecstress ˌ  textlengthmark ː  textbari ɨ  textbaru ʉ
    textturnr ɹ  textfishhookr ɾ  texttheta θ
""")

# Operators, relations, arrows, sets; at the end those of astronomers (AASTeX).
_MATH = _pairs("""
    times ×  div ÷  pm ±  mp ∓  ast ∗  star ⋆  circ ∘  oplus ⊕  ominus ⊖  otimes ⊗  oslash ⊘  odot ⊙  wedge ∧  land ∧
    vee ∨  lor ∨  neg ¬  lnot ¬  cap ∩  cup ∪  sqcap ⊓  sqcup ⊔  uplus ⊎  setminus ∖  wr ≀  amalg ⨿  bigcap ⋂
    bigcup ⋃  bigoplus ⨁  bigotimes ⨂  bigwedge ⋀  bigvee ⋁  le ≤  leq ≤  leqslant ⩽  ge ≥  geq ≥  geqslant ⩾  ll ≪
    gg ≫  ne ≠  neq ≠  equiv ≡  sim ∼  simeq ≃  approx ≈  cong ≅  asymp ≍  doteq ≐  propto ∝  prec ≺  succ ≻  preceq ⪯
    succeq ⪰  lesssim ≲  gtrsim ≳  models ⊨  vdash ⊢  dashv ⊣  perp ⊥  bot ⊥  top ⊤  mid ∣  nmid ∤  parallel ∥  in ∈
    ni ∋  notin ∉  subset ⊂  supset ⊃  subseteq ⊆  supseteq ⊇  sqsubseteq ⊑  sqsupseteq ⊒  emptyset ∅  varnothing ∅
    forall ∀  exists ∃  nexists ∄  nabla ∇  partial ∂  infty ∞  sum ∑  prod ∏  coprod ∐  int ∫  iint ∬  oint ∮  surd √
    angle ∠  triangle △  square □  Box □  Diamond ◇  diamond ⋄  lozenge ◊  bigcirc ◯  blacksquare ■  prime ′  langle ⟨
    rangle ⟩  lceil ⌈  rceil ⌉  lfloor ⌊  rfloor ⌋  lvert |  rvert |  Vert ‖  lVert ‖  rVert ‖  colon :  rightarrow →
    to →  leftarrow ←  gets ←  leftrightarrow ↔  Rightarrow ⇒  implies ⟹  Leftarrow ⇐  Leftrightarrow ⇔  iff ⟺
    uparrow ↑  downarrow ↓  updownarrow ↕  mapsto ↦  longrightarrow ⟶  longleftarrow ⟵  longmapsto ⟼  hookrightarrow ↪
    hookleftarrow ↩  nearrow ↗  searrow ↘  swarrow ↙  nwarrow ↖  rightleftharpoons ⇌  leadsto ⇝  rightsquigarrow ⇝
    textrightarrow →  textleftarrow ←  checkmark ✓  sharp ♯  flat ♭  natural ♮  heartsuit ♥  spadesuit ♠  clubsuit ♣
    diamondsuit ♦  male ♂  female ♀  therefore ∴  because ∵  ltimes ⋉  rtimes ⋊  bowtie ⋈  complement ∁  lhd ⊲  rhd ⊳
    Cdot ·  centerdot ·  ohm Ω  mho ℧  smile ⌣  lbrack [  rbrack ]  langlebar ⟨  triangleq ≜  coloneqq ≔  eqqcolon ≕
    gtrapprox ⪆  lessapprox ⪅  precsim ≾  succsim ≿  subsetneq ⊊  supsetneq ⊋  nsubseteq ⊈  nleq ≰  ngeq ≱  nless ≮
    ngtr ≯  trianglelefteq ⊴  trianglerighteq ⊵  xrightarrow →  twoheadrightarrow ↠  rightharpoonup ⇀
    upharpoonright ↾  Uparrow ⇑  Downarrow ⇓  Longrightarrow ⟹  Longleftarrow ⟸  Longleftrightarrow ⟺
    longleftrightarrow ⟷  rightarrowtail ↣  iiint ∭  bigsqcup ⨆  biguplus ⨄  bigodot ⨀  dotsb ⋯  dotsm ⋯  dotso …
    mathellipsis …  boxtimes ⊠  boxplus ⊞  circledast ⊛  bigstar ★  blacktriangle ▲  triangledown ▽  measuredangle ∡
    backprime ‵  Vdash ⊩  vDash ⊨  nvdash ⊬  intercal ⊺  varpropto ∝  thicksim ∼  thickapprox ≈  llbracket ⟦
    rrbracket ⟧  lgroup ⟮  rgroup ⟯  ulcorner ⌜  urcorner ⌝  gimel ℷ  daleth ℸ  Finv Ⅎ  Bbbk 𝕜  backepsilon ϶
    smallsetminus ∖  cdotp ·
    farcs ″.  farcm ′.  fdg °.  arcsec ″  arcmin ′  arcdeg °  degr °  micron μm  sun ☉  astrosun ☉  earth ⊕  la ≲
    ga ≳
""")

_SPACES = (
    "addspace quad qquad space enspace thinspace nobreakspace newline linebreak hfill hfil medspace thickspace "
    "addnbspace textemspace textenspace textthinspace"
)
SYMBOLS: dict[str, str] = (
    _TEXT
    | _MATH
    | dict.fromkeys(_SPACES.split(), " ")
    | dict.fromkeys("nobreakdash llap rlap isdot nolinebreak".split(), "")
    | {"par": "\n\n", "item": " • ", "og": "« ", "fg": " »", "textbackslash": "\\", "backslash": "\\"}
)
COMMANDS: dict[str, str] = (
    {f"cyr{name}": letter for name, letter in _CYRILLIC.items()}
    | {f"CYR{name.upper()}": letter.upper() for name, letter in _CYRILLIC.items()}
    | LETTERS
    | GREEK
    | SYMBOLS
)
