from collections.abc import Iterable
from typing import Protocol

class _Tokenizer(Protocol):
    def to_words(self, sentence: str) -> Iterable[str]: ...

class Sentence:
    def __init__(self, text: str, tokenizer: _Tokenizer, is_heading: bool = ...) -> None: ...

class Paragraph:
    def __init__(self, sentences: Iterable[Sentence]) -> None: ...

class ObjectDocumentModel:
    def __init__(self, paragraphs: Iterable[Paragraph]) -> None: ...
