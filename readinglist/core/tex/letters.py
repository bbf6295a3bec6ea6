"""Rarer TeX names of letters and signs: Cyrillic (T2A), textcomp and TIPA; the common ones are in `tables`."""

from __future__ import annotations

# The T2A names, as exporters to ASCII write them: `{\cyrchar\CYRA}`. Capitals by upper-casing the name.
_CYRILLIC = {
    "a": "а", "b": "б", "v": "в", "g": "г", "d": "д", "e": "е", "yo": "ё", "zh": "ж", "z": "з", "i": "и",
    "ishrt": "й", "k": "к", "l": "л", "m": "м", "n": "н", "o": "о", "p": "п", "r": "р", "s": "с", "t": "т", "u": "у",
    "f": "ф", "h": "х", "c": "ц", "ch": "ч", "sh": "ш", "shch": "щ", "hrdsn": "ъ", "ery": "ы", "sftsn": "ь",
    "erev": "э", "yu": "ю", "ya": "я", "ie": "є", "ii": "і", "yi": "ї", "gup": "ґ", "je": "ј", "lje": "љ",
    "nje": "њ", "tshe": "ћ", "dje": "ђ", "dzhe": "џ", "dze": "ѕ", "ushrt": "ў", "schwa": "ә", "otld": "ө",
}  # fmt: skip

_SIGNS = {
    "textasteriskcentered": "∗", "textopenbullet": "◦", "textlangle": "⟨", "textrangle": "⟩", "textlbrackdbl": "⟦",
    "textrbrackdbl": "⟧", "textlquill": "⁅", "textrquill": "⁆", "textmusicalnote": "♪", "textpertenthousand": "‱",
    "textbaht": "฿", "textcolonmonetary": "₡", "textdong": "₫", "textflorin": "ƒ", "textlira": "₤", "textnaira": "₦",
    "textpeso": "₱", "textwon": "₩", "textcentoldstyle": "¢", "textdollaroldstyle": "$", "textuparrow": "↑",
    "textdownarrow": "↓", "textacutedbl": "˝", "textasciiacute": "´", "textasciibreve": "˘", "textasciicaron": "ˇ",
    "textasciidieresis": "¨", "textasciimacron": "¯", "textgravedbl": "‶", "textdblhyphen": "⹀", "textsurd": "√",
    "textrecipe": "℞", "textinterrobang": "‽", "textfractionsolidus": "⁄", "textpilcrow": "¶", "textdiscount": "⁒",
    "textborn": "⭑", "textdied": "†", "textleaf": "☙", "textmarried": "⚭", "textdivorced": "⚮", "textbigcircle": "◯",
    "texttildelow": "˷", "textonequarteroldstyle": "¼", "texthyphenchar": "-", "textnbhyphen": "‑", "hyphen": "-",
    "textquotestraightbase": "‚", "textquotestraightdblbase": "„", "slash": "/", "og": "« ", "fg": " »", "at": "@",
    "degres": "°", "No": "№", "no": "№", "ier": "er", "ieme": "e", "textturna": "ɐ", "textscripta": "ɑ",
    "textbeta": "β", "textgamma": "ɣ", "textlambda": "λ", "texteng": "ŋ", "textrtaild": "ɖ", "textturnv": "ʌ",
    "textupsilon": "ʊ", "textchi": "χ", "textprimstress": "ˈ", "textsecstress": "ˌ", "textlengthmark": "ː",
    "textbari": "ɨ", "textbaru": "ʉ", "textturnr": "ɹ", "textfishhookr": "ɾ", "textphi": "ɸ", "texttheta": "θ",
    "adddot": ".", "addcomma": ",", "addcolon": ":", "addspace": " ", "isdot": "", "addnbspace": " ",
    "textemspace": " ", "textenspace": " ", "textthinspace": " ", "lbrack": "[", "rbrack": "]", "langlebar": "⟨",
}  # fmt: skip

LETTERS: dict[str, str] = (
    {f"cyr{name}": letter for name, letter in _CYRILLIC.items()}
    | {f"CYR{name.upper()}": letter.upper() for name, letter in _CYRILLIC.items()}
    | _SIGNS
)
