from collections.abc import Iterable

from sumy.summarizers._summarizer import AbstractSummarizer

class EdmundsonSummarizer(AbstractSummarizer):
    bonus_words: Iterable[str]
    stigma_words: Iterable[str]
    null_words: Iterable[str]
