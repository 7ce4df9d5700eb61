from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sumy.models.dom import ObjectDocumentModel, Sentence

class AbstractSummarizer:
    stop_words: Iterable[str]
    def __init__(self, stemmer: Callable[[str], Any] = ...) -> None: ...
    def __call__(
        self, document: ObjectDocumentModel, sentences_count: int | Callable[[Sequence[Any]], Sequence[Any]]
    ) -> tuple[Sentence, ...]: ...
