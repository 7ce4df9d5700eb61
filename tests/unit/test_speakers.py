"""Identity: who each mention is, by full name, role, kind and sourcing."""

from reader.analysis.mentions import find_mentions
from reader.analysis.quotes import Attribution
from reader.analysis.segment import segment
from reader.analysis.speakers import identify
from reader.model import Article, Basis, QuoteKind, Speaker, SpeakerKind
from reader.spans import Span


def speakers_of(text: str, *said: tuple[str, str]) -> list[Speaker | None]:
    """The speaker of each (content, words that name the speaker right after or before it)."""
    document = segment(Article.from_text(text))
    attributions = []
    for content, words in said:
        start = text.index(content)
        after, before = text.find(words, start + len(content)), text.rfind(words, 0, start)
        near = after if after >= 0 and (before < 0 or after - start - len(content) < start - before) else before
        attributions.append(
            Attribution(
                QuoteKind.DIRECT,
                (Span(start, start + len(content)),),
                None,
                Span(near, near + len(words)),
                Basis.EXPLICIT,
                False,
            )
        )
    quotes, speakers = identify(document, find_mentions(document), tuple(attributions))
    return [None if quote.speaker is None else speakers[quote.speaker] for quote in quotes]


def test_a_surname_and_a_pronoun_find_the_full_name() -> None:
    text = 'Mayor Dora Lund opened the bridge. "It holds," Lund said. "It is wide," she added.'
    for speaker in speakers_of(text, ('"It holds,"', "Lund"), ('"It is wide,"', "she")):
        assert speaker
        assert (speaker.name, speaker.role, speaker.kind) == ("Dora Lund", "Mayor", SpeakerKind.PERSON)
