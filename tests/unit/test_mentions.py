"""Mentions: what names or points to somebody who may speak."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.mentions import Mention, MentionKind, find_mentions
from reader.analysis.naming.vocabulary import Gender
from reader.analysis.segment import segment
from reader.model import Article


def mentions(text: str) -> tuple[Mention, ...]:
    return find_mentions(segment(Article.from_text(text)))


def found(text: str) -> list[tuple[str, str]]:
    return [(m.span.of(text), m.head.of(text)) for m in mentions(text)]


def the(text: str, head: str) -> Mention:
    return next(m for m in mentions(text) if m.head.of(text) == head)


@pytest.mark.parametrize(
    ("text", "span", "head"),
    [
        ("The vote was lost, Mr. Hale said.", "Mr. Hale", "Hale"),
        ("Minister for Health Aoife Roe spoke.", "Minister for Health Aoife Roe", "Aoife Roe"),
        ("It rose, said Leader of the Opposition K. R. Nair.", "Leader of the Opposition K. R. Nair", "K. R. Nair"),
        ("We left, said a second Kirnish diplomat.", "a second Kirnish diplomat", "diplomat"),
        ("It was a try, the 19-year-old said.", "the 19-year-old", "19-year-old"),
        ("Mud came in, the mother-of-two said.", "the mother-of-two", "mother-of-two"),
        ("We are sad, Sri Lanka said.", "Sri Lanka", "Sri Lanka"),
        ("She was stern, said Ada Roe, once her pupil, at tea.", "Ada Roe, once her pupil", "Ada Roe"),
        ("The slope moved, said Dr Ada Whitlock.", "Dr Ada Whitlock", "Ada Whitlock"),
        ("It failed, said Sen. Ada Whitlock, R-Ohio, on Monday.", "Sen. Ada Whitlock, R-Ohio", "Ada Whitlock"),
        ("It failed, said Rep. Ada Whitlock (D-Calif.) on Monday.", "Rep. Ada Whitlock (D-Calif.)", "Ada Whitlock"),
        ("The port will reopen, said Lt Col Amina Sow.", "Lt Col Amina Sow", "Amina Sow"),
        ("We are moved, said Archbishop Joseph Lund.", "Archbishop Joseph Lund", "Joseph Lund"),
        ("Lord Justice Peter Hallam ruled on it.", "Lord Justice Peter Hallam", "Peter Hallam"),
        ("U.S. District Judge Lewis Crane ruled on it.", "U.S. District Judge Lewis Crane", "Lewis Crane"),
        ("It failed, said campaign spokesman John Roe.", "campaign spokesman John Roe", "John Roe"),
        ("It grew, said company chief executive Ann Lee.", "company chief executive Ann Lee", "Ann Lee"),
        ("It grew, said former secretary of state Ann Lee.", "former secretary of state Ann Lee", "Ann Lee"),
        ("Secretary of State John Mallory said so.", "Secretary of State John Mallory", "John Mallory"),
        ("Norland's president Ivo Kast agreed.", "Norland's president Ivo Kast", "Ivo Kast"),
        ("Roe finance chairman Ann Lee agreed.", "Roe finance chairman Ann Lee", "Ann Lee"),
        (
            "Mara Quill, a spokeswoman for the port, said so.",
            "Mara Quill, a spokeswoman for the port",
            "Mara Quill",
        ),
        (
            "Ursula Berg, 54, a teacher from Ghent, said no.",
            "Ursula Berg, 54, a teacher from Ghent",
            "Ursula Berg",
        ),
        (
            "Adaeze Bello, chief executive of Lagos Power plc, said so.",
            "Adaeze Bello, chief executive of Lagos Power plc",
            "Adaeze Bello",
        ),
        ("His lawyer, Jane Osei-Brown, denied it.", "His lawyer, Jane Osei-Brown", "Jane Osei-Brown"),
        ("One of the lawyers, Jim Ferro, agreed.", "One of the lawyers, Jim Ferro", "Jim Ferro"),
        ("Sarah Holt of West Midland Police agreed.", "Sarah Holt of West Midland Police", "Sarah Holt"),
        ("A spokesman for the ministry said no.", "A spokesman for the ministry", "spokesman"),
        ("Two officials familiar with the matter said no.", "Two officials familiar with the matter", "officials"),
        ("Norland's foreign ministry said no.", "Norland's foreign ministry", "ministry"),
        ("A post on X from the UN mission said no.", "A post on X from the UN mission", "post"),
        ("Witnesses said no.", "Witnesses", "Witnesses"),
        ("Downing Street said no.", "Downing Street", "Downing Street"),
        ("A senior U.S. official said no.", "A senior U.S. official", "official"),
        ("A U.N. report said no.", "A U.N. report", "report"),
        ("It was the People's Harbour Army that came.", "the People's Harbour Army", "People's Harbour Army"),
        (
            "People watched the Quill Parish Sheriff's Office burning down.",
            "the Quill Parish Sheriff's Office",
            "Quill Parish Sheriff's Office",
        ),
        ("It was Church Elder L. Whitney Roe who came.", "Church Elder L. Whitney Roe", "L. Whitney Roe"),
        ("So said Norland Bank's Zadia Quill.", "Norland Bank's Zadia Quill", "Zadia Quill"),
        ("It was its owner, Morrow Lines, that paid.", "its owner, Morrow Lines", "Morrow Lines"),
        ("It failed, said Zadia King.", "Zadia King", "Zadia King"),
        ("It failed, said the state's Republican governor.", "the state's Republican governor", "governor"),
        ("She agreed with the Bank of Norland.", "the Bank of Norland", "Bank of Norland"),
        ("The accused killer of Ann Lee's son ran.", "The accused killer of Ann Lee's son", "killer"),
        ("The mother of the victim, Ann Lee, left.", "The mother of the victim, Ann Lee", "mother"),
        ("A person close to the mayor, Ann Lee, left.", "A person close to the mayor, Ann Lee", "person"),
        ("A friend of actor Ann Lee said no.", "A friend of actor Ann Lee", "friend"),
        ("A spokeswoman for the mayor, Ann Lee, left.", "A spokeswoman for the mayor, Ann Lee", "Ann Lee"),
        ("It failed, said Ann Lee of John Roe.", "Ann Lee", "Ann Lee"),
        ("No, said one of them.", "one of them", "one"),
        ("One, a father of two, said no.", "One, a father of two", "One"),
        ("The miner, a father of two, said no.", "The miner, a father of two", "miner"),
        ("The bishop, the Right Rev Tom Poe, said no.", "The bishop, the Right Rev Tom Poe", "Tom Poe"),
        ("No, said Port Quill, Ohio, Mayor Ann Lee.", "Port Quill, Ohio, Mayor Ann Lee", "Ann Lee"),
        ("In Port Quill, Ohio, Mayor Ann Lee said no.", "Mayor Ann Lee", "Ann Lee"),
        ("Two of those said no.", "Two of those", "Two"),
        ("No, said the other, who left.", "the other", "other"),
        ("A third said no.", "A third", "third"),
        ("No, said the other source.", "the other source", "source"),
        ("It grew, said Sqn Ldr Ann Lee.", "Sqn Ldr Ann Lee", "Ann Lee"),
        ("It grew, said Lance Cpl Tim Poe.", "Lance Cpl Tim Poe", "Tim Poe"),
        ("It grew, said Det Supt Ann Lee.", "Det Supt Ann Lee", "Ann Lee"),
        ("It grew, said SC Ann Lee.", "SC Ann Lee", "Ann Lee"),
        ("It grew, said Professor Fan Lin.", "Professor Fan Lin", "Fan Lin"),
        ("It grew, said the Quill-cricketer.", "the Quill-cricketer", "Quill-cricketer"),
        (
            "It failed badly, said Tom Poe of the Association of Chief Clerks.",
            "Tom Poe of the Association of Chief Clerks",
            "Tom Poe",
        ),
        ("In words to the Press Association the RNQ said so.", "the RNQ", "RNQ"),
        ("It grew, said Rosa Di Marco.", "Rosa Di Marco", "Rosa Di Marco"),
        ("It grew, said Cllr Ann Lee OBE.", "Cllr Ann Lee OBE", "Ann Lee"),
        ("Police and Crime Commissioner Ann Lee left.", "Police and Crime Commissioner Ann Lee", "Ann Lee"),
        ("Jan Lund and Justice Minister Ann Lee left.", "Justice Minister Ann Lee", "Ann Lee"),
        ("No, said Norland Democrat Ann Lee.", "Norland Democrat Ann Lee", "Ann Lee"),
        ("No, said Sweden Democrat Ann Lee.", "Sweden Democrat Ann Lee", "Ann Lee"),
        ("Chief Executive Officer Ann Lee left.", "Chief Executive Officer Ann Lee", "Ann Lee"),
        (
            "Ms. Ann Lee, Chief Executive Officer, Quill Systems, left.",
            "Ms. Ann Lee, Chief Executive Officer, Quill Systems",
            "Ann Lee",
        ),
        (
            "Quill Systems, Inc. (NYSE: QLL), a leader in pumps, grew.",
            "Quill Systems, Inc. (NYSE: QLL), a leader in pumps",
            "Quill Systems, Inc",
        ),
        (
            "The Office for the Coordination of Aid grew.",
            "The Office for the Coordination of Aid",
            "Office for the Coordination of Aid",
        ),
        ("Sailors' Association rules grew.", "Sailors' Association", "Sailors' Association"),
        ("It was the crew of Hull Fire and Rescue that came.", "the crew of Hull Fire and Rescue", "crew"),
    ],
)
def test_phrase_and_head(text: str, span: str, head: str) -> None:
    assert (span, head) in found(text)


@pytest.mark.parametrize(
    "name",
    [
        "Sheikh Hamad bin Rashid Al Nouri",
        "Ursula van der Berg",
        "Maria de la Cruz",
        "Seán O'Rourke",
        "Jean-Claude d'Estrange",
        'Robert "Bob" Kessler Jr.',
        "John D. Marsh III",
        "J. K. Rowan",
        "Mohammed al-Rashid",
        "Park Jae-sung",
        "Xi Weiming",
        "Andrés Manuel Rivera Ortega",
        "Ngozi Okafor-Bello",
        "Nirmala Venkataraman",
        "Aung San Myint Kyi",
        "Лев Иванов",
        "محمد سالم",
    ],
)
def test_a_name_of_any_language_is_one_mention(name: str) -> None:
    text = f"The talks failed, said {name}."
    assert [m.span.of(text) for m in mentions(text)] in ([name], [name.removesuffix(".")])


@pytest.mark.parametrize(
    ("text", "head", "gender", "human"),
    [
        ("So said Mrs Hale.", "Hale", Gender.FEMALE, True),
        ("So said Sir Alex Hale.", "Alex Hale", Gender.MALE, True),
        ("So said Dora Lund.", "Dora Lund", Gender.FEMALE, True),
        ("So said a spokeswoman.", "spokeswoman", Gender.FEMALE, True),
        ("So said the council.", "council", None, False),
        ("So said Moscow.", "Moscow", None, False),
        ("So said NATO.", "NATO", None, False),
        ("So said the Harbour Trust.", "Harbour Trust", None, False),
        ("So fell Cyclone Rosa.", "Cyclone Rosa", None, False),
        ("So said Paul West.", "Paul West", Gender.MALE, True),
        ("So fell Quill West.", "Quill West", None, False),
        ("So said one of them.", "one", None, None),
        ("So said a Zorbl.", "Zorbl", None, None),
    ],
)
def test_what_the_words_tell_of_gender_and_nature(
    text: str, head: str, gender: Gender | None, human: bool | None
) -> None:
    mention = the(text, head)
    assert (mention.gender, mention.human) == (gender, human)


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("Roe accused police.", ["Roe", "police"]),
        ("The council accused police.", ["council", "police"]),
        ("The other miner left.", ["miner"]),
        ("The second half was dull.", []),
    ],
)
def test_what_is_no_part_of_a_phrase_is_left_out(text: str, heads: list[str]) -> None:
    assert [h for _, h in found(text)] == heads


def test_the_owner_inside_a_phrase_is_kept() -> None:
    text = "A lawyer for Dora Lund denied it."
    assert [span.of(text) for span in the(text, "lawyer").names] == ["Dora Lund"]


def test_a_headline_in_title_case_is_not_one_name() -> None:
    text = "Mayor Dora Lund Vows to Close Bridge After Engineers Warn\n\nDora Lund spoke. The bridge is old."
    assert [h for _, h in found(text.split("\n")[0] + "\n\n" + text)][:2] == ["Dora Lund", "Engineers"]


@pytest.mark.parametrize("shape", [str.upper, str.lower])
def test_a_story_without_case_still_has_its_speakers(shape: Callable[[str], str]) -> None:
    text = shape("It will close, mayor Dora Lund said on Monday. Lund thanked the police.\n\nA spokesman said so.")
    assert [m.head.of(text).title() for m in mentions(text)] == ["It", "Dora Lund", "Lund", "Police", "Spokesman"]


@pytest.mark.parametrize("opener", ["Yesterday", "However", "Calling", "Officially", "Sixty-two"])
def test_a_word_that_opens_a_sentence_is_no_name(opener: str) -> None:
    assert not [m for m in mentions(f"{opener} they left.") if m.kind is MentionKind.NAME]


def test_a_dateline_is_no_speaker() -> None:
    assert [h for _, h in found("OSLO, Norway (AP) — The mayor said no.")] == ["mayor"]
    assert [h for _, h in found("QUILL-HALE: No.")] == ["QUILL-HALE"]


def test_pronouns_are_found_in_contractions_too() -> None:
    assert [h for _, h in found("I’m sure she's there and they'll come, some said.")] == ["I", "she", "they", "some"]


@given(st.text(alphabet="aAbBz .,'’\"“”-\n(JRéИи李ع🙂0", max_size=300) | st.text(max_size=100))
@settings(max_examples=150, deadline=None)
def test_spans_are_in_range_ordered_and_disjoint(text: str) -> None:
    last = 0
    for mention in mentions(text):
        assert last <= mention.span.start <= mention.head.start < mention.head.end <= mention.span.end <= len(text)
        last = mention.span.end
    assert mentions(text) == mentions(text)


_PIECES = st.sampled_from(
    [
        *("Mr. ", "Dora ", "Lund", "the ", "president ", "of ", "for ", ", ", "a ", "’s ", "said ", "Sen. ", "R-Ohio"),
        *("(", ") ", "“", "” ", "who ", "54", "and ", "A. ", "\n", "van der ", "al-", "Jr. ", "one ", "Republican "),
    ]
)


@given(st.lists(_PIECES, max_size=40))
@settings(max_examples=150, deadline=None)
def test_any_order_of_the_words_of_news_keeps_the_spans_sound(pieces: list[str]) -> None:
    text = "".join(pieces)
    last = 0
    for mention in mentions(text):
        assert last <= mention.span.start <= mention.head.start < mention.head.end <= mention.span.end <= len(text)
        assert all(mention.span.covers(name) for name in mention.names)
        last = mention.span.end
