"""When a verb of seeming, believing, expecting, implying or claiming lowers the commitment to a statement.

Nearly always the question is what follows: a clause or an infinitive makes it a hedge, a thing or a place does not.
"""

from __future__ import annotations

from reader.analysis.hedging.classes import word_class
from reader.analysis.hedging.words import (
    BE,
    DETERMINERS,
    DO,
    HAVE,
    MODALS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    SUBJECT_PRONOUNS,
    Words,
    clause_after,
    is_adjective,
    is_adverb,
    is_figure,
    is_participle,
    skip_adverbs,
)


def always(words: Words, i: int, end: int) -> str | None:
    """Hold wherever the words stand."""
    return f"the words themselves: {' '.join(words.low[i:end])}"


def _subject(words: Words, i: int) -> str:
    """Return the word that stands before verb `i` and its auxiliaries, adverbs and negations."""
    k = i - 1
    while words.joined(k + 1) and (words.at(k) in BE | HAVE | DO | MODALS or is_adverb(words.at(k))):
        k -= 1
    return words.at(k) if words.joined(k + 1) or k == i - 1 else ""


def _passive(words: Words, i: int) -> bool:
    """Return whether participle `i` stands in a passive: ``is widely expected``."""
    k = skip_adverbs(words, i - 1, -1)
    return words.at(k) in BE or words.at(k).endswith(("'s", "'re"))


def _asks(words: Words, i: int) -> bool:
    """Return whether verb `i` belongs to a question put to somebody: ``do you think``."""
    k = skip_adverbs(words, i - 1, -1)
    return words.at(k) in {"you", "they", "people", "voters"} and words.at(k - 1) in {
        "do",
        "did",
        "does",
        "don't",
        "would",
    }


def _wanted(words: Words, i: int) -> bool:
    """Return whether verb `i` is a bare infinitive that is wished or asked, no belief held: ``want to believe``."""
    k = skip_adverbs(words, i - 1, -1)
    return words.at(k) == "to" and words.at(k - 1) in word_class("wishing words")


def appear(words: Words, i: int, end: int) -> str | None:
    """Hold before an infinitive, a clause or an adjective; not before a place, a time or a company."""
    k = skip_adverbs(words, end)
    after = words.at(k)
    if not words.joined(end) and words.gap(end).strip()[:1] in {",", "—", "–"}:
        return "verb of seeming: set off by commas" if words.at(i - 1) == "it" else None
    if after == "to" and words.at(k + 1) not in DETERMINERS and not words.capital(k + 1):
        return "verb of seeming: appear + to"
    if (after in {"that", "as"} and words.at(k + 1) in {"if", "though"}) or after == "that":
        return "verb of seeming: appear + clause"
    if words.at(i - 1) == "it" and clause_after(words, end):
        return "verb of seeming: it appears + clause"
    if is_adjective(after) and after not in PREPOSITIONS and words.joined(k) and not after.endswith("ing"):
        return "verb of seeming: appear + adjective"
    return None


def looks(words: Words, i: int, _end: int) -> str | None:
    """Hold for ``it looks like``; not for a likeness between things."""
    if words.at(i - 1) in {"it", "now", "that", "this"} or clause_after(words, i + 2):
        return f"verb of seeming: {words.at(i)} {words.at(i + 1)}"
    return None


def think(words: Words, i: int, end: int) -> str | None:
    """Hold for an opinion on a statement; not for the noun, thinking about a thing, or a question."""
    word, after = words.at(i), words.at(end)
    before = words.at(i - 1)
    if after in {"about", "of", "tank", "tanks", "back", "twice", "through", "over", "out", "ahead"} or _asks(words, i):
        return None
    if word in {"thought", "thinking"} and (before in DETERMINERS | {"of", "'s"} or before.endswith("'s")):
        return None
    if word == "thinking" and not (words.at(i - 1) in BE | {"'re", "'m"} or clause_after(words, end)):
        return None
    if _wanted(words, i) or before in {"let's", "please"}:
        return None
    if word == "thought" and _passive(words, i):
        return "passive of belief: thought"
    if after in {"so", "it", "not"} or clause_after(words, end, 12) or (words.joined(end) and _content(words, end)):
        return f"verb of belief: {word} + statement"
    if before in {"i", "we"} and not words.joined(end):
        return "verb of belief: I think, set off"
    return None


def _content(words: Words, k: int) -> bool:
    """Return whether a noun phrase, not a preposition or a mark, follows."""
    word = words.at(k)
    return (
        bool(word)
        and word not in PREPOSITIONS | {"and", "or", "but", "to", "when", "how", "why", "if", "what"}
        and not is_adverb(word)
    )


def believe(words: Words, i: int, end: int) -> str | None:
    """Hold before a clause and in the passive; not for faith in somebody or for taking somebody's word."""
    word, after, before = words.at(i), words.at(end), words.at(i - 1)
    if after == "in" or _asks(words, i) or _wanted(words, i) or (words.at(end) == "it" and words.at(end + 1) == "or"):
        return None
    if before in {"hard", "difficult", "make"} or (
        words.at(i - 2) in {"hard", "difficult", "reason"} and before == "to"
    ):
        return None
    if word == "believed" and _passive(words, i):
        return "passive of belief: believed"
    if word == "believing":
        return "verb of belief: believing + clause" if clause_after(words, end) else None
    if clause_after(words, end, 10) or (before in {"i", "we"} and not words.joined(end)):
        return f"verb of belief: {word} + clause"
    return None


def feel(words: Words, i: int, end: int) -> str | None:
    """Hold for an opinion (``feels the law is too strict``); not for a sensation or a mood."""
    after = words.at(end)
    if after == "like" and words.at(i) in {"feel", "felt", "feels"}:
        return "verb of belief: feel like + clause" if clause_after(words, end + 1) and not _asks(words, i) else None
    if words.at(i - 1) in {"the", "a"} or _asks(words, i):
        return None
    if after == "that" or after in SUBJECT_PRONOUNS or clause_after(words, end, 7):
        return "verb of belief: feel + clause"
    return None


def suspect(words: Words, i: int, end: int) -> str | None:
    """Hold for the verb before a clause; ``suspected`` before a noun or ``of`` is hearsay."""
    word, before = words.at(i), words.at(i - 1)
    if word == "suspected":
        after = words.at(end)
        if after in {"of", "to", "in"} or before in BE:
            return "hearsay: suspected"
        if clause_after(words, end) and before not in DETERMINERS:
            return "verb of belief: suspected + clause"
        return (
            "hearsay: suspected + noun"
            if _content(words, end) and words.joined(end) and after not in DETERMINERS
            else None
        )
    if before in DETERMINERS or is_figure(words, i - 1) or (is_adjective(before) and before not in {"also"}):
        return None
    return f"verb of belief: {word} + clause" if clause_after(words, end, 10) or before == "i" else None


def assume(words: Words, i: int, end: int) -> str | None:
    """Hold before a clause; not for taking an office, a debt or a name.  ``Assuming`` opens a condition."""
    word = words.at(i)
    if not (clause_after(words, end) or (word == "assumed" and _passive(words, i) and words.at(end) in {"to", "that"})):
        return None
    if word == "assuming":
        return "condition: assuming + clause"
    return f"verb of belief: {word} + clause"


def presume(words: Words, i: int, end: int) -> str | None:
    """Hold for the verb; not for ``presumed innocent``."""
    if words.at(end) in {"innocent", "guilty"}:
        return None
    return f"verb of belief: {words.at(i)}"


def guess(words: Words, i: int, end: int) -> str | None:
    """Hold for ``I guess``, ``my guess is``, ``guess that``; not for a game."""
    before = words.at(i - 1)
    if words.at(i) == "guess" and (before in POSSESSIVES | {"best", "educated"} or before.endswith("'s")):
        return "a guess, called so"
    if before in {"i", "we", "you'd", "i'd", "would"} or words.at(end) == "that":
        return "verb of belief: guess + clause"
    return (
        "verb of belief: guess + clause"
        if before not in {"to", "viewers"} and words.at(end) in SUBJECT_PRONOUNS
        else None
    )


def doubt(words: Words, i: int, end: int) -> str | None:
    """Hold before a clause; not for the noun or for doubting a thing."""
    if words.at(i - 1) in {"no", "a", "any", "without", "of", "in"}:
        return None
    if (
        words.at(end) in {"that", "whether", "if"} | SUBJECT_PRONOUNS
        or clause_after(words, end, 7)
        or words.at(i - 1) == "i"
    ):
        return f"verb of belief: {words.at(i)} + clause"
    return None


def expect(words: Words, i: int, end: int) -> str | None:
    """Hold for what is to come; not for ``as expected``, a demand on people, or a baby."""
    word, after = words.at(i), words.at(end)
    k = skip_adverbs(words, i - 1, -1)
    before = words.at(i - 1)
    if (before in {"as", "than", "were"} and before != "were") or before in {"when"} or _asks(words, i):
        return None
    if word in {"expected", "anticipated"}:
        if words.at(k) in BE or words.at(k).endswith("'s") or after == "to":
            return "passive of expecting: expected"
        if words.at(k) in DETERMINERS and not words.joined(end):
            return None
        if words.at(k) in DETERMINERS:
            return "expected + noun"
    if after in {"to", "that"} and not (words.at(k) in {"to", "can", "should"} and words.at(k - 1) in {"what", "have"}):
        return f"verb of expecting: {word} + {after}"
    if word in {"expecting", "anticipating"} and (
        after in {"a", "their", "her"} and words.at(end + 1) in word_class("babies")
    ):
        return None
    if words.at(k) in {"to", "of", "from", "not"} and word in {"expect", "expecting"}:
        return None
    if after in SUBJECT_PRONOUNS | {"it", "them", "him", "this", "more", "less", "fewer"} or clause_after(
        words, end, 12
    ):
        return f"verb of expecting: {word} + statement"
    return f"verb of expecting: {word} + infinitive" if _infinitive_follows(words, end) else None


def _infinitive_follows(words: Words, k: int) -> bool:
    """Return whether a thing and ``to`` follow: ``expects inflation to fall``; a demand has people instead."""
    if not _content(words, k):
        return False
    for m in range(k + 1, min(k + 8, len(words))):
        if not words.joined(m):
            return False
        if words.at(m) == "to":
            return words.at(m - 1) not in word_class("people")
    return False


def project(words: Words, i: int, end: int) -> str | None:
    """Hold for a forecast; not for the noun, the film or the image somebody gives."""
    word, after = words.at(i), words.at(end)
    if word == "projected":
        if after in {"to", "that", "at"} or _passive(words, i) or is_figure(words, end):
            return "forecast: projected"
        return "forecast: projected + noun" if words.at(i - 1) in DETERMINERS and words.joined(end) else None
    if word in {"projects", "project", "projecting"} and (
        after == "that" or (clause_after(words, end) and after not in PREPOSITIONS)
    ):
        return "forecast: projects + clause" if words.at(i - 1) not in DETERMINERS else None
    return None


def estimate(words: Words, i: int, end: int) -> str | None:
    """Hold for the verb and for ``an estimated`` with a quantity; the noun holds where a figure rests on it."""
    word, before, after = words.at(i), words.at(i - 1), words.at(end)
    if word == "estimated" and (is_figure(words, end) or before in {"an", "the"}):
        return "figure is approximate: estimated + number"
    noun = before in DETERMINERS | POSSESSIVES | {
        "other",
        "recent",
        "official",
        "cost",
        "to",
        "of",
        "by",
        "most",
        "new",
    }
    if word in {"estimate", "estimates"} and (noun or before.endswith("'s") or is_adjective(before)):
        if (words.capital(i) and not words.capital(0)) or (words.capital(i) and i > 0):
            return None
        told = after in {"of", "put", "puts", "suggest", "suggests", "range", "is", "that", "place", "vary", "show"}
        return "a figure called an estimate" if told or words.at(i - 2) in {"by", "to"} else None
    figured = after in {"at", "to"} or any(is_figure(words, m) for m in range(end, end + 4))
    if figured or _passive(words, i) or clause_after(words, end, 8):
        return f"verb of estimating: {word} + figure or clause"
    return None


def suggest(words: Words, i: int, end: int) -> str | None:
    """Hold when evidence speaks; not when a person proposes, or says what they plan."""
    word = words.at(i)
    if words.at(i - 1) in DETERMINERS and words.at(i - 1) not in {"this", "that", "these", "all", "some"}:
        return None
    if word.endswith("ing") and words.at(i - 1) not in BE and not _evidence_before(words, i):
        return None
    if words.at(end) in PREPOSITIONS and words.at(end) != "that":
        return None
    if _evidence_before(words, i):
        return f"evidence as subject: {word}"
    return None


def _evidence_before(words: Words, i: int) -> bool:
    """Return whether the subject of verb `i` is evidence: a poll, results, ``that``; the nearest one counts."""
    if _subject(words, i) in SUBJECT_PRONOUNS:
        return False
    for k in range(i - 1, max(-1, i - 14), -1):
        word = words.at(k)
        if word in word_class("evidence"):
            return True
        if word in {"it", "this", "that", "which", "these"} and k >= i - 4:
            return True
        if word in SUBJECT_PRONOUNS | {"who", "said", "says"}:
            return False
    return False


def hint(words: Words, i: int, end: int) -> str | None:
    """Hold for the verb with ``at`` or a clause; not for a hint of mint."""
    if (words.at(end) in {"at", "that"} and words.at(i - 1) not in DETERMINERS) or clause_after(words, end, 7):
        return f"verb of implying: {words.at(i)}"
    return None


def imply(words: Words, i: int, end: int) -> str | None:
    """Hold for the verb; not for an implied volatility or an implied power."""
    if words.at(i) == "implied" and words.at(i - 1) in DETERMINERS:
        return None
    return f"verb of implying: {words.at(i)}"


def reckon(words: Words, i: int, end: int) -> str | None:
    """Hold before a clause; not for a day of reckoning."""
    if words.at(end) in {"with", "on"} or (words.at(i) == "reckoning" and words.at(i - 1) not in BE):
        return None
    return f"verb of belief: {words.at(i)}"


def suppose(words: Words, i: int, end: int) -> str | None:
    """Hold in the first person."""
    if words.at(skip_adverbs(words, i - 1, -1)) in {"i", "we", "would", "i'd", "can"} and not _asks(words, i):
        return (
            f"verb of belief: I {words.at(i)}"
            if words.at(end) in PRONOUNS or clause_after(words, end) or not words.joined(end)
            else None
        )
    return None


def first_person(words: Words, i: int, end: int) -> str | None:
    """Hold for ``I bet`` and ``I figure`` before a clause."""
    if words.at(i - 1) in {"i", "i'd", "i'll"} and (clause_after(words, end) or not words.joined(end)):
        return f"verb of belief: I {words.at(i)}"
    return None


def claim(words: Words, i: int, end: int) -> str | None:
    """Hold for the verb with a statement, and for the noun when it is left open; not for lives, prizes or insurance."""
    word, after = words.at(i), words.at(end)
    if word in {"claim", "claims"} and _noun_before(words, i):
        return claim_noun(words, i, end)
    if after == "that" or (
        after == "to" and words.at(end + 1) in {"be", "have", "know", "represent", "speak", "want", "own"}
    ):
        return f"statement at somebody's door: {word}"
    if _quoted_near(words, i, end) or clause_after(words, end, 12):
        return f"statement at somebody's door: {word}"
    if after == "to" and words.at(i - 1) not in DETERMINERS:
        return f"statement at somebody's door: {word} + to"
    return None


def _quoted_near(words: Words, i: int, end: int) -> bool:
    """Return whether the verb closes or opens quoted words or ends the sentence after a comma."""
    before = words.text[max(0, words.spans[0].start) : words.spans[i].start]
    return not words.at(end) and any(mark in before for mark in "\"”’'")


def _noun_before(words: Words, i: int) -> bool:
    """Return whether the word before makes `claim` a noun."""
    before = words.at(i - 1)
    return (
        before
        in DETERMINERS | PREPOSITIONS | {"such", "similar", "other", "those", "these", "new", "recent", "and", "or"}
        or before.endswith("'s")
        or is_figure(words, i - 1)
        or (is_adjective(before) and before not in {"also"})
        or before in word_class("claim kinds")
    )


def claim_noun(words: Words, i: int, end: int) -> str | None:
    """Hold for a claim, rumour or allegation that the story leaves open."""
    window = words.low[max(0, i - 3) : i]
    if any(word in word_class("claim kinds") for word in window):
        return None
    after = words.low[end : end + 12]
    if any(word in word_class("settled") for word in (*window, *after)):
        return None
    if words.at(i - 1) in {"stake", "lay", "no"} or words.at(end) in {"to", "for", "form", "on"}:
        return None
    return f"statement left open: {words.at(i)}"


def said_to(words: Words, i: int, _end: int) -> str | None:
    """Hold for ``is said to``: somebody said it, the story does not say who."""
    return "passive of hearsay: said to" if _passive(words, i) and words.at(_end) not in PRONOUNS else None


def understood(words: Words, i: int, end: int) -> str | None:
    """Hold for ``is understood to`` and ``it is understood that``; not for grasping a thing."""
    if _passive(words, i) and (
        words.at(end) in {"to", "that"} or (words.at(i - 2) == "it" and clause_after(words, end))
    ):
        return "passive of hearsay: understood to"
    return None


def alleged(words: Words, i: int, end: int) -> str | None:
    """Hold for the participle and the past tense."""
    return "hearsay: alleged"


def supposed(words: Words, i: int, end: int) -> str | None:
    """Hold before a noun; ``supposed to`` is a duty or a plan."""
    if words.at(end) == "to" or not words.joined(end):
        return None
    return (
        "hearsay: supposed + noun"
        if words.at(i - 1) in DETERMINERS | PREPOSITIONS or words.at(i - 1).endswith("'s")
        else None
    )


def is_content_participle(word: str) -> bool:
    """Return whether `word` can open a predicate."""
    return is_participle(word)
