"""The hedge lexicon: which words may be hedges, of what category and strength, and which rule decides.

A line of ``hedge_CATEGORY.txt`` reads ``term, term … | category | strength | context rule``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from reader import lexicons
from reader.analysis.hedging import belief, conditions, figures, hearsay, inference, likelihood, modals
from reader.analysis.hedging.words import Words
from reader.model import HedgeCategory, OwnTerm, Strength

Rule = Callable[[Words, int, int], str | None]
"""Takes a sentence, the first word of a term and its end; returns what fired, or None when it is no hedge here."""

RULES: dict[str, Rule] = {
    "always": inference.always,
    "may": modals.may,
    "could": modals.could,
    "would": modals.would,
    "would seem": modals.would_seem,
    "must": modals.must,
    "should": modals.should,
    "inverted should": conditions.inverted_should,
    "assuming": conditions.assuming,
    "appear": inference.appear,
    "looks": inference.looks,
    "think": belief.think,
    "believe": belief.believe,
    "feel": belief.feel,
    "suspect": belief.suspect,
    "assume": belief.assume,
    "presume": belief.presume,
    "guess": belief.guess,
    "doubt": belief.doubt,
    "expect": inference.expect,
    "project": inference.project,
    "estimate": inference.estimate,
    "suggest": inference.suggest,
    "hint": inference.hint,
    "imply": inference.imply,
    "reckon": belief.reckon,
    "suppose": belief.suppose,
    "first person": belief.first_person,
    "claim": hearsay.claim,
    "allege": hearsay.allege,
    "said to": hearsay.said_to,
    "understood": hearsay.understood,
    "supposed": hearsay.supposed,
    "suspected": hearsay.suspected,
    "left open": hearsay.left_open,
    "likely": likelihood.likely,
    "possible": likelihood.possible,
    "potential": likelihood.potential,
    "probable": likelihood.probable,
    "predicate": likelihood.predicate,
    "chance": likelihood.chance,
    "odds": likelihood.odds,
    "possibility": likelihood.possibility,
    "apparent": likelihood.apparent,
    "about a figure": figures.about,
    "near a figure": figures.near_figure,
    "nearly": figures.nearly,
    "before a figure": figures.before_figure,
    "estimated figure": figures.estimated,
    "noun estimate": figures.estimate,
    "after a figure": figures.after_figure,
    "softener": figures.softener,
    "softening adverb": figures.adverb,
    "if": conditions.condition,
    "provided": conditions.provided,
    "as long as": conditions.as_long_as,
}


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of the lexicon."""

    words: tuple[str, ...]
    category: HedgeCategory
    strength: Strength
    rule: Rule
    told: str = ""
    """What is told of it in place of what fired; empty for a shipped one."""


Terms = dict[str, tuple[Term, ...]]
"""Entries by their first word, the longest first."""


@cache
def terms() -> Terms:
    """Return the shipped entries."""
    found: dict[str, list[Term]] = {}
    for category in HedgeCategory:
        name = f"hedge_{category}"
        for line in lexicons.lines(name) if category is not HedgeCategory.SOURCE else ():
            forms, kind, strength, rule = (part.strip() for part in line.split("|"))
            for form in forms.split(","):
                entry = Term(tuple(form.split()), HedgeCategory(kind), Strength(strength), RULES[rule])
                found.setdefault(entry.words[0], []).append(entry)
    return {first: _longest_first(entries) for first, entries in found.items()}


def terms_with(own: tuple[OwnTerm, ...]) -> Terms:
    """Return the shipped entries and the user's `own`, which go first among equally long ones."""
    if not own:
        return terms()
    found: dict[str, list[Term]] = {}
    for term in own:
        entry = Term(term.words, term.category, term.strength, RULES[term.context], term.rule)
        found.setdefault(term.words[0], []).append(entry)
    return terms() | {first: _longest_first([*entries, *terms().get(first, ())]) for first, entries in found.items()}


def _longest_first(entries: list[Term]) -> tuple[Term, ...]:
    return tuple(sorted(entries, key=lambda entry: -len(entry.words)))


@cache
def formulas() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the anonymity formulas by their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for line in lexicons.lines("hedge_anonymity"):
        entry = tuple(line.split())
        found.setdefault(entry[0], []).append(entry)
    return {first: tuple(sorted(entries, key=len, reverse=True)) for first, entries in found.items()}
