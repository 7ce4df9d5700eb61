"""Which language a story is in: the file's word for it, else the commonest words."""

from __future__ import annotations

import re
from functools import cache

from reader import lexicons

_SAMPLE = 2000
"""Code points looked at; the opening of a story has enough common words in it."""
_WORD = re.compile(r"[^\W\d_]+")
_LEAST_SCORE = 2.0
_LEAD = 1.25
"""The best language has to have so many times the score of the second."""

_SCRIPTS = (
    ("ko", "\uac00", "\ud7a3"),
    ("ja", "\u3040", "\u30ff"),
    ("zh", "\u4e00", "\u9fff"),
    ("ru", "\u0400", "\u04ff"),
    ("el", "\u0370", "\u03ff"),
    ("he", "\u0590", "\u05ff"),
    ("ar", "\u0600", "\u06ff"),
    ("hi", "\u0900", "\u097f"),
    ("th", "\u0e00", "\u0e7f"),
)
"""Japanese stands before Chinese: it is written with kana among the shared characters."""
_MARKERS = {"ru": ("uk", "іїєґ"), "ar": ("fa", "پچژگ")}
"""A second language of the same script, and letters that only it has."""

_THREE_LETTERS = {
    "eng": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es", "ita": "it", "nld": "nl", "dut": "nl",
    "por": "pt", "swe": "sv", "dan": "da", "nor": "no", "nob": "no", "nno": "no", "fin": "fi", "pol": "pl", "rus": "ru",
    "ara": "ar", "zho": "zh", "chi": "zh", "jpn": "ja", "kor": "ko", "ell": "el", "gre": "el", "heb": "he",
    "english": "en", "german": "de", "french": "fr", "spanish": "es", "italian": "it",
}  # fmt: skip


def language_code(declared: str | None) -> str | None:
    """Return the two-letter code for what a file declares (``en-GB``, ``deu``, ``nb_NO``); None when it is none."""
    if not declared:
        return None
    code = re.split(r"[-_;,\s]", declared.strip().lower(), maxsplit=1)[0]
    code = _THREE_LETTERS.get(code, code)
    code = "no" if code in ("nb", "nn") else code
    return code if len(code) == 2 and code.isascii() and code.isalpha() else None


def guess_language(text: str) -> str | None:
    """Return the two-letter code of the language of `text`, None when unsure; looks at its opening only.

    Known failure: a headline alone, and text of two languages in equal parts, give None.
    """
    sample = text[:_SAMPLE]
    return _by_script(sample) or _by_words(sample)


def _by_script(sample: str) -> str | None:
    """Return the language of a sample mostly in a script that (nearly) one language of news uses."""
    letters = [character for character in sample if character > "\u02ff" and character.isalpha()]
    if 3 * len(letters) < sum(map(str.isalpha, sample)) or len(letters) < 10:
        return None
    for language, first, last in _SCRIPTS:
        share = sum(first <= character <= last for character in letters)
        if share > (0.1 if language == "ja" else 0.5) * len(letters):
            other, only = _MARKERS.get(language, ("", ""))
            return other if any(letter in sample for letter in only) else language
    return None


def _by_words(sample: str) -> str | None:
    """Return the language whose common words are the most, a word that several share counting in parts."""
    scores: dict[str, float] = {}
    languages = _languages_of_words()
    for word in _WORD.findall(sample.lower()):
        shared = languages.get(word, ())
        for language in shared:
            scores[language] = scores.get(language, 0.0) + 1 / len(shared)
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < _LEAST_SCORE:
        return None
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    return ranked[0][0] if ranked[0][1] >= _LEAD * second else None


@cache
def _languages_of_words() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for language, words in lexicons.table("languages").items():
        for word in set(words):
            found.setdefault(word, []).append(language)
    return found
