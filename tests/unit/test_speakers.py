"""Identity: who each mention is, by full name, role, kind and sourcing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.mentions import find_mentions
from reader.analysis.quotes import Attribution
from reader.analysis.segment import segment
from reader.analysis.speakers import identify
from reader.model import Article, Basis, Quote, QuoteKind, Sourcing, Speaker, SpeakerKind
from reader.spans import Span

UNNAMED, ORGANISATION, PERSON = SpeakerKind.UNNAMED, SpeakerKind.ORGANISATION, SpeakerKind.PERSON


def identified(marked: str) -> tuple[str, tuple[Quote, ...], tuple[Speaker, ...]]:
    """Identify the speakers of a story in which each is written ``[words]`` right before or after its quotation."""
    text, spans = "", []
    for number, piece in enumerate(marked.replace("]", "[").split("[")):
        if number % 2:
            spans.append(Span(len(text), len(text) + len(piece)))
        text += piece
    document = segment(Article.from_text(text))
    attributions = tuple(sorted((_attribution(text, span) for span in spans), key=lambda a: a.spans))
    return text, *identify(document, find_mentions(document), attributions)


def _attribution(text: str, mention: Span) -> Attribution:
    paragraph = text.rfind("\n", 0, mention.start) + 1
    closing = text.rfind('"', paragraph, mention.start)
    if closing < 0:
        closing = text.index('"', text.index('"', mention.end) + 1)
    opening = text.rindex('"', 0, closing)
    after = mention.end + 1
    cue = Span(after, after + 4) if text.startswith("read", after) else None
    return Attribution(QuoteKind.DIRECT, (Span(opening, closing + 1),), cue, mention, Basis.EXPLICIT, False)


def names(marked: str) -> list[str | None]:
    """The names of the speakers of the quotations in text order."""
    _, quotes, speakers = identified(marked)
    return [None if quote.speaker is None else speakers[quote.speaker].name for quote in quotes]


def only(marked: str) -> Speaker:
    _, _, speakers = identified(marked)
    assert len(speakers) == 1
    return speakers[0]


@pytest.mark.parametrize(
    ("story", "name"),
    [
        ('Dora Lund opened the bridge.\n\n"It holds," [Lund] said.', "Dora Lund"),
        ('Dora Lund opened the bridge.\n\n"It holds," [Mrs Lund] said.', "Dora Lund"),
        ('Dora Lund opened the bridge.\n\n"It holds," [Dora] said.', "Dora Lund"),
        ('Dora Lund opened the bridge.\n\n"It holds," [she] said.', "Dora Lund"),
        ('"It holds," [Lund] said. Dora Lund left.', "Dora Lund"),
        ('Bob Kessler came. Robert Kessler Jr. spoke.\n\n"No," [Kessler] said.', "Robert Kessler Jr"),
        ('Kim Sung Ho came.\n\n"No," [Kim] said.', "Kim Sung Ho"),
        ('Ivan Rivera Ortega came.\n\n"No," [Rivera Ortega] said.', "Ivan Rivera Ortega"),
        ('Bashir al-Nouri came.\n\n"No," [Nouri] said.', "Bashir al-Nouri"),
        ('The Harbour Safety Agency (HSA) met.\n\n"No," [the HSA] said.', "Harbour Safety Agency"),
        ('Kessler Holdings plc fell.\n\n"No," [Kessler] said.', "Kessler Holdings plc"),
        ('The Bank of Norland met.\n\n"No," [the bank] said.', "Bank of Norland"),
        ('President Ivo Kast flew in.\n\n"No," [the president] said.', "Ivo Kast"),
        ('Sen. Ada Whitlock flew in with Ivo Kast.\n\n"No," [the senator] said.', "Ada Whitlock"),
        (
            "Norland's envoy, Jane Roe, met Sudland's envoy, Ann Lee.\n\n\"No,\" [Sudland's envoy] said.",
            "Ann Lee",
        ),
        (
            "Norland's envoy, Jane Roe, met Sudland's ambassador, Ann Lee.\n\n\"No,\" [the envoy] said.",
            "Jane Roe",
        ),
        ('President Ivo Kast flew in.\n\n"No," [the Sudland president] said.', "the Sudland president"),
        ('Dora Lund KC spoke.\n\n"No," [Ms Lund] said.', "Dora Lund"),
        ('Judge Hale came in.\n\n"No," [Lord Justice Hale] said.', "Lord Justice Hale"),
        ('"No," [judge Lord Hale] said.', "Lord Hale"),
        ('Ancient Greece fell.\n\n"No," [Greece] said.', "Greece"),
        ('The Union of Harbour Pilots (UHP) met.\n\n"No," [the UHP] said.', "Union of Harbour Pilots"),
        ('A Norland envoy was blunt. Ann Lee, a diplomat, left.\n\n"No," [the envoy] said.', "A Norland envoy"),
        (
            'Ann Lee, a diplomat, left. An envoy and a Sudland diplomat came.\n\n"No," [the diplomat] said.',
            "a Sudland diplomat",
        ),
        (
            'A diplomat came. Ann Lee, the diplomat, spoke for an hour. She left.\n\n"No," [the diplomat] said.',
            "Ann Lee",
        ),
        ('Dora Lund drew maps. Dora Jane Hale was born in 1920.\n\n"No," [she] said.', "Dora Lund"),
        ('Dora Lund drew maps. Dora Jane Hale, a pilot, flew.\n\n"No," [Hale] said.', "Dora Jane Hale"),
        ('Ann Lee grew up. Honours came late.\n\n"No," [she] said.', "Ann Lee"),
        ('Peter Hale came. Skyfire made millions.\n\n"No," [he] said.', "Peter Hale"),
        ('Peter Hale came. It was Skyfire that made millions. Skyfire won.\n\n"No," [he] said.', "he"),
        (
            'A second official and an official from Quill came.\n\n"No," [the second official] said.',
            "A second official",
        ),
        ('One of the officials spoke to Ann Lee.\n\n"No," [the official] said.', "One of the officials"),
        ('The company, Quill Glass, fell ill.\n\n"No," [the company] said.', "Quill Glass"),
        ('[The company], Quill Glass, said: "No."', "Quill Glass"),
        ('[A letter from Dora Lund] said: "No."', "Dora Lund"),
        ('Ann Lee met Ivo Kast, [who] said: "No."', "Ivo Kast"),
        ('Ann Lee led. According to [her], "no one came".', "Ann Lee"),
    ],
)
def test_every_form_finds_the_fullest_name(story: str, name: str) -> None:
    assert names(story) == [name]


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        (
            'John Roe and Jane Roe were heard.\n\n"Yes," [Mr. Roe] said.\n\n"No," [Mrs. Roe] said.',
            ["John Roe", "Jane Roe"],
        ),
        (
            'A couple were heard.\n\n"Yes," [Mr Roe] said.\n\n"No," [Mrs Roe] said.',
            ["Mr Roe", "Mrs Roe"],
        ),
        (
            'John Roe was heard. Peter Roe was not.\n\n"Yes," [Peter Roe] said.\n\n"No," [John Roe] said.',
            ["Peter Roe", "John Roe"],
        ),
        (
            'Ann Lee spoke after John Roe.\n\n"Yes," [he] said.\n\n"No," [she] said.',
            ["John Roe", "Ann Lee"],
        ),
        (
            'The lines were down. [Northgrid] said: "Yes." Roe rang his company.\n\n"No," [it] said.',
            ["Northgrid", "Northgrid"],
        ),
        (
            'Tam Quix took her seat. Zed Birk took his.\n\n"Yes," [he] said.\n\n"No," [she] said.',
            ["Zed Birk", "Tam Quix"],
        ),
    ],
)
def test_two_persons_are_kept_apart(story: str, expected: list[str]) -> None:
    assert names(story) == expected


def test_the_subject_of_the_last_sentence_is_he() -> None:
    story = (
        'John Roe said much. Roe went on. "I won," [Roe] said. "I did," [he] added.\n\n'
        'Peter Hale disagreed with Roe.\n\n"He lost," [he] said.'
    )
    assert names(story) == ["John Roe", "John Roe", "Peter Hale"]


def test_one_does_not_call_oneself_by_name() -> None:
    text = "John Roe spoke of Peter Hale, who fell ill. He said Hale would recover."
    document = segment(Article.from_text(text))
    place, content = text.index("He said"), text.index("Hale would")
    said = Attribution(
        QuoteKind.INDIRECT, (Span(content, len(text) - 1),), None, Span(place, place + 2), Basis.EXPLICIT, False
    )
    _, speakers = identify(document, find_mentions(document), (said,))
    assert [s.name for s in speakers] == ["John Roe"]


def test_one_does_not_tell_of_oneself_in_a_relative_clause() -> None:
    assert names('John Roe met his rival. He fears Peter Hale, who [he] says "lied".') == ["John Roe"]


def test_of_two_equal_persons_none_is_named() -> None:
    story = 'John Roe and Peter Hale left.\n\n"He lost," [he] said.'
    assert names(story) == ["he"]


def test_someone_inside_a_quotation_is_not_the_one_who_goes_on() -> None:
    story = 'Ann Lee spoke. "I asked Jane Roe, and Jane Roe declined," [Lee] said. "It is sad," [she] added.'
    assert names(story) == ["Ann Lee", "Ann Lee"]


def test_a_delayed_lede_gets_its_name() -> None:
    story = (
        'A Norland diplomat was firm. "Not now," [the diplomat] said.\n\n'
        'The envoy of Norland to the talks, Jane Roe, flew home.\n\n"Not now," [Roe] said.'
    )
    _, quotes, speakers = identified(story)
    assert [s.name for s in speakers] == ["Jane Roe"]
    assert [q.basis for q in quotes] == [Basis.GUESSED, Basis.EXPLICIT]


def test_a_post_speaks_for_those_who_put_it_out() -> None:
    text, quotes, speakers = identified('A film was posted by the dockers\' union with [a caption] that says: "No."')
    assert speakers[0].kind is ORGANISATION
    assert quotes[0].mention
    assert "union" in quotes[0].mention.of(text)


@pytest.mark.parametrize(
    ("story", "role"),
    [
        ('"No," said [Mayor Dora Lund]. Dora Lund, the host, left.', "Mayor"),
        ('"No," said [campaign manager Dora Lund].', "campaign manager"),
        ('"No," said [Dora Lund, a spokeswoman for the port].', "spokeswoman for the port"),
        ('"No," said [Mrs Lund].', None),
        ('"No," said [Dame Dora Lund, a former envoy].', "former envoy"),
        ('"No," said [Dora Lund, a limnologist in Norland].', "limnologist in Norland"),
        ('[Her lawyer, Dora Lund,] said: "No."', "lawyer"),
        ('"No," said [Gov. Dora Lund].', "Gov."),
        ('"No," said [bank president Sir John Roe].', "bank president"),
    ],
)
def test_the_role_is_the_first_given(story: str, role: str | None) -> None:
    assert only(story).role == role


def test_what_one_speaker_calls_another_is_no_role() -> None:
    story = '[Dora Lund] spoke of him: "The burglar John Roe must go."\n\n"I stay," said [Roe].'
    _, _, speakers = identified(story)
    assert [(s.name, s.role) for s in speakers] == [("Dora Lund", None), ("John Roe", None)]


@pytest.mark.parametrize(
    ("words", "rest", "kind", "sourcing"),
    [
        ("Sources", "", UNNAMED, Sourcing.BARE),
        ("One official", "", UNNAMED, Sourcing.BARE),
        ("A senior official in the ministry", "", UNNAMED, Sourcing.DESCRIBED),
        ("Her neighbour", "", UNNAMED, Sourcing.DESCRIBED),
        ("Two people", " who were there", UNNAMED, Sourcing.DESCRIBED),
        ("The coastguard", "", ORGANISATION, None),
        ("Morrowline", "", ORGANISATION, None),
        ("An official", ", who spoke on condition of anonymity because talks go on,", UNNAMED, Sourcing.REASONED),
        ("An official", ", who asked not to be named,", UNNAMED, Sourcing.BARE),
        ("The harbour ministry", "", ORGANISATION, None),
        ("A report by the agency", "", ORGANISATION, None),
        ("I", "", PERSON, None),
        ("Dora Lund", "", PERSON, None),
    ],
)
def test_kind_and_sourcing(words: str, rest: str, kind: SpeakerKind, sourcing: Sourcing | None) -> None:
    speaker = only(f'[{words}]{rest} said: "No."')
    assert (speaker.kind, speaker.sourcing) == (kind, sourcing)


def test_a_pronoun_without_anybody_stays_open() -> None:
    speaker = only('"No," [he] said.')
    assert (speaker.name, speaker.kind, speaker.sourcing) == ("he", PERSON, None)


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        ('[The sign] read: "No."', [None]),
        ('[A placard held by a child] said: "No."', [None]),
        ('Dora Lund saw a sign. [It] read: "No."', [None]),
        ('[The letter] read: "No."', ["The letter"]),
        ('[The agency] read: "No."', ["The agency"]),
        ('Few came. [Who] said: "No."', [None]),
        ('An officer and Ann Lee, aged 40 and tall, [who] ran, said: "No."', ["Ann Lee"]),
    ],
)
def test_things_and_relative_pronouns_are_no_speakers(story: str, expected: list[str | None]) -> None:
    assert names(story) == expected


def test_an_anonymous_source_never_gets_a_name() -> None:
    story = (
        'A Norland diplomat asked not to be named. "Not now," [the diplomat] said.\n\n'
        'The envoy of Norland to the talks, Jane Roe, flew home.\n\n"Not now," [Roe] said.'
    )
    assert names(story) == ["A Norland diplomat", "Jane Roe"]


def test_a_quote_without_words_for_its_speaker_has_none() -> None:
    document = segment(Article.from_text('"No."'))
    attribution = Attribution(QuoteKind.DIRECT, (Span(0, 5),), None, None, Basis.NONE, False)
    quotes, speakers = identify(document, (), (attribution,))
    assert (quotes[0].speaker, quotes[0].basis, speakers) == (None, Basis.NONE, ())


def test_words_are_counted_inside_and_outside_the_marks() -> None:
    text = 'Dora Lund said it was "far too late" for that.'
    document = segment(Article.from_text(text))
    span = Span(text.index("it was"), len(text) - 1)
    attribution = Attribution(QuoteKind.MIXED, (span,), None, Span(0, 9), Basis.EXPLICIT, False)
    _, speakers = identify(document, find_mentions(document), (attribution,))
    assert (speakers[0].words_direct, speakers[0].words_indirect) == (3, 4)


def test_only_those_who_speak_are_speakers_and_the_first_to_appear_is_first() -> None:
    text, _, speakers = identified('Ann Lee met John Roe and Jim Poe.\n\n"No," [Roe] said.\n\n"Yes," said [Lee].')
    assert [s.name for s in speakers] == ["Ann Lee", "John Roe"]
    assert [[m.of(text) for m in s.mentions] for s in speakers] == [["Ann Lee", "Lee"], ["John Roe", "Roe"]]


_WORDS = st.sampled_from(
    [
        *("Dora ", "Lund ", "[he]", "[she] ", "[Lund]", "[the president] ", '"No," ', "said ", "Mr. ", "Ann Lee "),
        *(", a spokesman, ", "\n\n", ". ", "who ", "it ", "they "),
    ]
)


@given(st.lists(_WORDS, max_size=30))
@settings(max_examples=150, deadline=None)
def test_any_story_has_sound_speakers(pieces: list[str]) -> None:
    text, quotes, speakers = identified('"A" ' + "".join(pieces).replace("\n\n", '\n\n"B" '))
    for quote in quotes:
        assert quote.speaker is None or 0 <= quote.speaker < len(speakers)
    for speaker in speakers:
        assert speaker.name
        assert speaker.mentions == tuple(sorted(speaker.mentions))
        assert all(0 <= s.start < s.end <= len(text) for s in speaker.mentions)
        assert (speaker.sourcing is not None) == (speaker.kind is UNNAMED)
    assert {q.speaker for q in quotes} - {None} == set(range(len(speakers)))


@pytest.mark.parametrize(
    ("story", "name"),
    [
        ('Rhys Prothero missed a penalty.\n\n"It bobbled," [the Welshman] said.', "Rhys Prothero"),
        ('Rhys Prothero missed a penalty.\n\n"It bobbled," [the 34-year-old] said.', "Rhys Prothero"),
        ('Dora Lund has written nine books.\n\n"I hate them," [the novelist] said.', "Dora Lund"),
        (
            'Quill Glass Ltd lost money. It blamed fog.\n\n"Sales fell," [the Hull-based company] said.',
            "Quill Glass Ltd",
        ),
    ],
)
def test_new_words_for_somebody_in_mind_are_a_guess_at_him(story: str, name: str) -> None:
    _, [quote], speakers = identified(story)
    assert quote.speaker is not None
    assert (speakers[quote.speaker].name, quote.basis) == (name, Basis.GUESSED)


@pytest.mark.parametrize(
    "story",
    [
        'Rhys Prothero was on trial.\n\n"Sit down," [the judge] said.',
        'Rhys Prothero sat down.\n\n"No," [the archbishop] said.',
        'Rhys Prothero sat down.\n\n"No," [the man] said.',
        'When Joan Lee left, Rhys Prothero came.\n\n"No," [the novelist] said.',
        'The Danish coach, Lars Holm, sat down.\n\n"No," [the Welshman] said.',
        'Quill Glass Ltd lost money.\n\n"No," [the ministry] said.',
        'Quill Glass Ltd lost money.\n\n"No," [the Danish company] said.',
    ],
)
def test_new_words_for_who_may_be_somebody_else_stay_as_they_are(story: str) -> None:
    _, [quote], speakers = identified(story)
    assert quote.speaker is not None
    assert speakers[quote.speaker].name.startswith("the ")


def test_a_lede_may_say_where_an_office_is_before_it_names_who_holds_it() -> None:
    story = '[The mayor of Kirn] was sorry, "very".\n\nMayor Joan Lee took it down.\n\n"I had a cold," [Lee] said.'
    assert names(story) == ["Joan Lee", "Joan Lee"]


def test_a_lede_is_not_linked_to_an_office_of_another_nation() -> None:
    story = '[A British diplomat] was sorry, "very".\n\nFrench ambassador Joan Lee came.\n\n"I had a cold," [Lee] said.'
    assert names(story) == ["A British diplomat", "Joan Lee"]


@pytest.mark.parametrize(
    ("story", "sourcing"),
    [
        ('"No," said [an aide], who did not want to be named for fear of losing her job.', Sourcing.REASONED),
        ('"No," said [an aide], who would not give his name because he was on duty.', Sourcing.REASONED),
        ('"No," said [an aide], who could give his name to the prize because it was his idea.', Sourcing.BARE),
        ('"No," said [a player], who did want to be named captain because he was fit.', Sourcing.DESCRIBED),
    ],
)
def test_only_who_keeps_his_name_back_for_a_reason_is_reasoned(story: str, sourcing: Sourcing) -> None:
    assert only(story).sourcing is sourcing
