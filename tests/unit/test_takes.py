from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.analyse import analyse
from reader.analysis.comparing.alignment import backbone
from reader.analysis.takes import Change, Comparison, Fact, FactKind, compare, whats_new
from reader.ingest.load import load
from reader.model import Analysis, Article, Method, Role, Summary
from reader.pipeline import Story
from reader.spans import Span

LEDE = "The ferry Aster ran aground off Skarre on Monday with 40 people aboard."
CAUSE = "A pilot had warned of the sandbank in spring."
QUOTE = "“We felt a knock and then nothing,” said Tove Halvorsen, a passenger."
END = "The tide will turn at midnight."


def take(*paragraphs: str) -> Story:
    article = Article.from_text("\n\n".join(paragraphs))
    return Story(article, analyse(article))


def loaded(text: str) -> Story:
    article = next(load(text.encode()))
    return Story(article, analyse(article))


def changes(comparison: Comparison) -> list[str]:
    return [str(row.change) for row in comparison.rows]


def facts(old: Story, new: Story) -> list[tuple[str, str | None, str | None, str | None]]:
    def words(story: Story, span: Span | None) -> str | None:
        return None if span is None else span.of(story.article.text)

    found = compare(old, new).facts
    return [(str(fact.kind), words(old, fact.old), words(new, fact.new), fact.about) for fact in found]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([], [], []),
        ([], [LEDE, END], ["added", "added"]),
        ([LEDE, END], [], ["dropped", "dropped"]),
        ([LEDE, END], [LEDE, END], ["same", "same"]),
        ([LEDE, CAUSE, END], [LEDE, END], ["same", "dropped", "same"]),
        ([CAUSE, LEDE], [LEDE], ["dropped", "same"]),
        ([LEDE, END], [LEDE, CAUSE, END], ["same", "added", "same"]),
        ([LEDE, CAUSE, QUOTE, END], [CAUSE, QUOTE, END, LEDE], ["same", "same", "same", "moved"]),
        ([LEDE, END], [LEDE.replace("40", "43"), END], ["changed", "same"]),
        ([LEDE], ["Nobody grows pears in that valley any more."], ["dropped", "added"]),
        ([LEDE], [LEDE.replace(" ", "  ").replace("ferry", "FERRY")], ["same"]),
        ([QUOTE], [QUOTE.replace("“", '"').replace("”", '"')], ["same"]),
        ([f"{LEDE} {END}"], [LEDE, END], ["same", "same"]),
        (["* * *"], ["* * *"], ["same"]),
        (["It is over."] * 3, ["It is over."] * 4, ["same", "same", "same", "added"]),
        ([CAUSE, "No.", LEDE, "No.", END], [CAUSE, LEDE, "No.", END], ["same", "dropped", "same", "same", "same"]),
    ],
)
def test_what_became_of_the_sentences(old: list[str], new: list[str], expected: list[str]) -> None:
    assert changes(compare(take(*old), take(*new))) == expected


def test_dropped_sentences_stand_where_they_stood_though_others_moved() -> None:
    extra = [f"Boat number {name} was painted green last year." for name in ("Ada", "Bea", "Cleo", "Dora")]
    old = take(LEDE, extra[0], extra[1], CAUSE, extra[2], END, QUOTE)
    new = take(LEDE, QUOTE, CAUSE, END)
    assert changes(compare(old, new)) == ["same", "dropped", "dropped", "moved", "same", "dropped", "same"]


def test_a_sentence_made_two_is_one_row_and_so_are_two_made_one() -> None:
    whole = "The board closed the eastern lock in June, and it sent the lock keepers home without pay."
    halves = ["The board closed the eastern lock in June.", "It sent the lock keepers home without pay."]
    for old, new in (([whole], halves), (halves, [whole])):
        (row,) = compare(take(" ".join(old)), take(" ".join(new))).rows
        assert (row.change, len(row.old), len(row.new)) == (Change.CHANGED, len(old), len(new))


def test_the_words_that_changed_are_known_on_both_sides() -> None:
    old, new = take(LEDE), take("The old ferry Aster ran aground off Skarre on Monday with 43 aboard.")
    (row,) = compare(old, new).rows
    assert [(e.old.of(old.article.text), e.new.of(new.article.text)) for e in row.edits] == [
        ("", "old"),
        ("40 people", "43"),
    ]
    assert row.edits[0].old == Span(4, 4), "where the word would have stood"


def test_a_dateline_that_changed_is_no_fact_and_no_news() -> None:
    old = loaded(f"Ferry aground\n\nSKARRE, Oct 3 (Desk) - {LEDE}\n\n{END}\n")
    new = loaded(f"Ferry aground\n\nHOLM, Oct 14 (Desk) - {LEDE}\n\n{END}\n")
    comparison = compare(old, new)
    assert changes(comparison) == ["same", "changed", "same"]
    assert comparison.facts == ()
    assert whats_new(comparison, new.article, None, None).sentences == ()


def test_a_new_headline_is_the_old_one_changed() -> None:
    old = loaded(f"Ferry aground off Skarre\n\n{LEDE}\n\n{END}\n")
    new = loaded(f"Passengers spend night on stranded ferry\n\n{LEDE}\n\n{END}\n")
    assert changes(compare(old, new)) == ["changed", "same", "same"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("The slide killed 3 people at Orrin.", "The slide killed 5 people at Orrin.", ("3", "5", "people")),
        ("The slide left three dead at Orrin.", "The slide left five dead at Orrin.", ("three", "five", "dead")),
        ("Orrin lent $2.5 million in all.", "Orrin lent $4 million in all.", ("$2.5 million", "$4 million", None)),
        ("Rents in Orrin rose 4% last year.", "Rents in Orrin rose 6 per cent last year.", ("4%", "6 per cent", None)),
        ("Orrin will vote on April 14 again.", "Orrin will vote on April 21 again.", ("14", "21", "april")),
        ("A six-inch pipe feeds Orrin.", "An eight-inch pipe feeds Orrin.", ("six-inch", "eight-inch", "inch")),
        ("Orrin sold 1,200 tickets for it.", "Orrin sold 1,350 tickets for it.", ("1,200", "1,350", "tickets")),
        ("Two hundred and five came to Orrin.", "Two hundred and six came to Orrin.", None),
    ],
)  # fmt: skip
def test_a_number_that_changed(old: str, new: str, expected: tuple[str, str, str | None] | None) -> None:
    found = [fact for fact in facts(take(old), take(new)) if fact[0] == "number"]
    if expected is None:
        assert [(was, now) for _, was, now, _ in found] == [("Two hundred and five", "Two hundred and six")]
        return
    ((_, was, now, about),) = found
    assert (was, now) == expected[:2]
    assert expected[2] in (None, about)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Some eighty feet of rock fell at Orrin.", "Some 80 feet of rock fell at Orrin."),
        ("Orrin earned $3.8 million from it.", "Orrin earned $3,800,000 from it."),
        ("On Sunday 14 boats left Orrin in fog.", "In fog 14 boats left Orrin on Sunday."),
        ("The boats left Orrin in thick fog.", "The 14 boats left Orrin in thick fog."),
    ],
)
def test_the_same_number_written_or_placed_otherwise_is_no_fact(old: str, new: str) -> None:
    assert [fact for fact in facts(take(old), take(new)) if fact[0] == "number"] == []


def test_two_numbers_in_one_sentence_keep_apart() -> None:
    old, new = take("The fire left 3 dead and 5 hurt in Orrin."), take("The fire left 5 dead and 8 hurt in Orrin.")
    assert [fact[1:] for fact in facts(old, new)] == [("3", "5", "dead"), ("5", "8", "hurt")]


def test_a_quote_that_was_altered_in_its_sentence() -> None:
    old, new = take(LEDE, QUOTE), take(LEDE, QUOTE.replace("a knock", "a jolt"))
    assert facts(old, new) == [
        (
            "quote",
            "“We felt a knock and then nothing,”",
            "“We felt a jolt and then nothing,”",
            "Tove Halvorsen",
        )
    ]


def test_a_quote_that_was_altered_in_another_sentence_of_the_same_speaker() -> None:
    old = take(LEDE, "Tove Halvorsen, a passenger, told the desk: “We felt a knock and then nothing at all.”", END)
    new = take(END, "“We felt a jolt and then nothing at all,” Tove Halvorsen recalled from her bed in Skarre.", LEDE)
    assert ("quote", "Tove Halvorsen") in [(kind, about) for kind, _, _, about in facts(old, new)]


def test_a_tag_put_into_a_quote_alters_nothing() -> None:
    old = take("“We felt a knock. It was dark,” said Tove Halvorsen, a passenger.")
    new = take("“We felt a knock,” said Tove Halvorsen, a passenger. “It was dark.”")
    assert [fact for fact in facts(old, new) if fact[0] == "quote"] == []


@pytest.mark.parametrize(("was", "now"), [("said", "alleged"), ("claimed", "said"), ("said", "admitted")])
def test_a_verb_of_saying_with_another_force(was: str, now: str) -> None:
    old, new = (take(LEDE, f"Tove Halvorsen {verb} the crew had been asleep.") for verb in (was, now))
    assert facts(old, new) == [("saying", was, now, "Tove Halvorsen")], "and no hedge besides"


def test_a_verb_of_the_same_force_is_no_fact() -> None:
    old, new = (take(LEDE, f"Tove Halvorsen {verb} the crew had been asleep.") for verb in ("said", "added"))
    assert facts(old, new) == []


def test_hedges_lost_and_gained() -> None:
    firm, hedged = take(LEDE, "The lamp was probably broken."), take(LEDE, "The lamp was broken.")
    assert facts(firm, hedged) == [("hedge lost", "probably", None, "likelihood")]
    assert facts(hedged, firm) == [("hedge gained", None, "probably", "likelihood")]


def test_a_hedge_for_another_of_its_kind_is_no_fact() -> None:
    old, new = take(LEDE, "The lamp may have been broken."), take(LEDE, "The lamp might have been broken.")
    assert facts(old, new) == []


def test_sources_dropped_and_added() -> None:
    old = take(LEDE, QUOTE, END)
    new = take(LEDE, "“It was as dark as a sack,” said Ivo Brandt, the harbour master.", END)
    found = {(kind, about) for kind, _, _, about in facts(old, new)}
    assert {("source dropped", "Tove Halvorsen"), ("source added", "Ivo Brandt")} <= found


def test_the_number_of_unnamed_sources_makes_no_other_source_of_them() -> None:
    old = take(LEDE, "Two bankers said the line would be sold.")
    new = take(LEDE, "Three bankers said the line would be sold.")
    assert [fact[0] for fact in facts(old, new)] == ["number"]


def test_in_another_language_rows_and_numbers_are_still_found() -> None:
    old = loaded("Die Fähre lief am Montag mit 40 Menschen an Bord vor der Insel auf Grund, und das war schlimm.\n")
    new = loaded("Die Fähre lief am Montag mit 43 Menschen an Bord vor der Insel auf Grund, und das war schlimm.\n")
    assert changes(compare(old, new)) == ["changed"]
    assert [fact[:3] for fact in facts(old, new)] == [("number", "40", "43")]


PIECES = st.sampled_from(
    [LEDE, CAUSE, QUOTE, END, "No.", "* * *", "İstanbul 5% “x", "ﬁﬁ ß 東京", LEDE.replace("40", "9")]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=8), st.lists(PIECES, max_size=8))
def test_every_sentence_is_in_one_row_and_every_span_in_its_text(old: list[str], new: list[str]) -> None:
    one, other = take(*old), take(*new)
    comparison = compare(one, other)
    assert sorted(span for row in comparison.rows for span in row.old) == list(one.analysis.sentences)
    assert [span for row in comparison.rows for span in row.new] == list(other.analysis.sentences)
    for row in comparison.rows:
        assert (row.change is Change.ADDED) == (not row.old)
        assert (row.change is Change.DROPPED) == (not row.new)
        for left, right in pairwise(row.edits):
            assert left.old.end <= right.old.start
            assert left.new.end <= right.new.start
    assert compare(one, other) == comparison
    assert compare(one, one).facts == ()
    assert set(changes(compare(one, one))) <= {"same"}


@given(st.permutations(range(9)))
def test_the_backbone_rises_and_is_as_long_as_any(values: list[int]) -> None:
    run = backbone(values)
    assert run == sorted(run)
    assert [values[at] for at in run] == sorted(values[at] for at in run)
    longest = [1] * len(values)
    for at, value in enumerate(values):
        longest[at] += max((longest[k] for k in range(at) if values[k] < value), default=0)
    assert len(run) == max(longest)


def bare(sentences: list[str]) -> Story:
    article = Article.from_text("\n".join(sentences))
    return Story(article, Analysis(article.paragraphs, (), (), (), Summary(Method.WIRE, ())))


@pytest.mark.parametrize("kind", ["same", "changed", "reversed", "other", "alike"])
def test_five_thousand_sentences_are_no_matter_of_minutes(kind: str) -> None:
    old = [f"Boat w{n % 997} met boat v{n % 991} off Skarre in year u{n % 499} with t{n} crates." for n in range(5000)]
    new = {
        "same": old,
        "changed": [sentence.replace("Skarre", "Holm") for sentence in old],
        "reversed": old[::-1],
        "other": [f"Tree a{n % 991} fell on tree b{n} near c{n % 331} at dawn." for n in range(5000)],
        "alike": ["He said it was over."] * 5000,
    }[kind]
    start = time.process_time()
    comparison = compare(bare(old), bare(new))
    assert time.process_time() - start < 20, "a square of the number would take longer"
    assert len(comparison.rows) == (10_000 if kind in ("other", "alike") else 5000)


def test_what_is_new_comes_in_text_order_and_within_its_length() -> None:
    old = take(LEDE, CAUSE, END)
    new = take(LEDE.replace("40", "43"), QUOTE, CAUSE, END, "A tug is on its way.")
    comparison = compare(old, new)

    def new_words(sentences: int | None = None, words: int | None = None) -> list[str]:
        summary = whats_new(comparison, new.article, sentences, words)
        assert {sentence.role for sentence in summary.sentences} <= {Role.NEW}
        assert all(new.analysis.sentences[sentence.index] == sentence.span for sentence in summary.sentences)
        return [sentence.span.of(new.article.text) for sentence in summary.sentences]

    everything = [LEDE.replace("40", "43"), QUOTE, "A tug is on its way."]
    assert new_words() == everything
    assert new_words(sentences=2) == everything[:2]
    assert new_words(words=20) == [everything[0], everything[2]], "what does not fit is left out"
    assert new_words(words=3) == []


def test_facts_come_by_kind() -> None:
    old = take(LEDE, "The lamp was probably broken.", QUOTE)
    new = take(LEDE.replace("40", "43"), "The lamp was broken.", QUOTE.replace("knock", "jolt"))
    assert [fact.kind for fact in compare(old, new).facts] == [FactKind.NUMBER, FactKind.QUOTE, FactKind.HEDGE_LOST]
    assert isinstance(compare(old, new).facts[0], Fact)
