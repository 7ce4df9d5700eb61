"""The story in a page: which of its blocks are the article, by how densely they are written.

After the readers' modes of browsers and jusText (Pomikálek 2011): long blocks with few links are prose; the element
that holds most of the page's prose is the article; short blocks count when prose stands around them.  Known failures:
pages whose comments outweigh the story and are not marked as comments, and lists of teasers written as full paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from reader.ingest.page import CELL, LINE, Block, Element, Page
from reader.ingest.paragraphs import columns, paragraphs_of
from reader.ingest.prose import ends_sentence

_PROSE = 60
"""Characters from which a block can be prose; a third of it in the dense scripts of East Asia."""
_LINKS_IN_PROSE = 0.35
_LINKS_IN_SENTENCE = 0.85
"""The same for a paragraph that is a sentence: half of one may be a link, a teaser is all link."""
_LINKS_IN_SHORT = 0.5
_MOST = 0.9
"""Share of an element's prose from which one child stands for all of it."""
_MOST_OF_NAMED = 0.96
"""The same inside of an element that is named as the article, where the rest is more likely to belong to it."""
_MOST_IF_NAMED = 0.45
"""The same for a child that is so named."""
_RESCUE = 0.5
"""Share of the page's prose from which an element is the story, whatever it is called."""
_NAMED = frozenset({"article", "main"})
_BODY_NAMES = (
    "articlebody",
    "article-body",
    "article__body",
    "story-body",
    "storybody",
    "entry-content",
    "post-content",
)
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_LISTED = frozenset({"li", "blockquote", "pre", "dd", "tr"})
_WIDE_CELL = 120


def main_paragraphs(page: Page) -> list[str]:
    """Return the paragraphs of the story in `page`, in order; headings in its midst among them, its headline not.

    When nothing looks like prose, all blocks outside of navigation and the like; failing that, all blocks.
    """
    weights = [_weight(block) for block in page.blocks]
    if not any(weights):
        return [line for block in page.blocks if not _linked(block) for line in _lines(block)] or [
            line for block in page.blocks for line in _lines(block)
        ]
    apart = _apart(page, weights)
    inside = [not (block.apart or apart[block.element]) for block in page.blocks]
    held = _held(page, [weight if kept else 0 for weight, kept in zip(weights, inside, strict=True)])
    story = _descend(page, held)
    within = _within(page, story)
    chosen = [
        (block, weight)
        for block, weight, kept in zip(page.blocks, weights, inside, strict=True)
        if kept and within[block.element]
    ]
    return list(_paragraphs(page, _kept(page, chosen)))


def _weight(block: Block) -> int:
    """Return the characters of prose in a block; 0 when it is short or mostly links."""
    length = len(block.text.strip())
    if length < (_PROSE // 3 if block.text.lstrip() > "\u2e80" else _PROSE):
        return 0
    most = _LINKS_IN_SENTENCE if ends_sentence(block.text[-20:]) else _LINKS_IN_PROSE
    return length - block.linked if block.linked <= most * length else 0


def _linked(block: Block) -> bool:
    return block.apart or block.linked > _LINKS_IN_SHORT * len(block.text.strip())


def _held(page: Page, weights: list[int]) -> list[int]:
    """Return for each element the prose in it and below."""
    held = [0] * len(page.elements)
    for block, weight in zip(page.blocks, weights, strict=True):
        held[block.element] += weight
    for number in range(len(held) - 1, 0, -1):
        held[page.elements[number].parent] += held[number]
    return held


def _apart(page: Page, weights: list[int]) -> list[bool]:
    """Return for each element whether it, or one around it, is set apart; not those with half of the page's prose."""
    held = _held(page, weights)
    apart = [False] * len(page.elements)
    for number, element in enumerate(page.elements):
        apart[number] = apart[element.parent] or (element.apart and held[number] < _RESCUE * held[0])
    return apart


def _descend(page: Page, held: list[int]) -> int:
    """Return the lowest element that holds most of the prose."""
    heaviest: dict[int, int] = {}
    for number, element in enumerate(page.elements[1:], 1):
        rival = heaviest.get(element.parent)
        if held[number] > (held[rival] if rival else 0):
            heaviest[element.parent] = number
    story = 0
    most = _MOST
    while story in heaviest:
        child = heaviest[story]
        named = _is_named(page.elements[child])
        if held[child] < (_MOST_IF_NAMED if named else most) * held[story]:
            break
        most = _MOST_OF_NAMED if named else most
        story = child
    return story


def _is_named(element: Element) -> bool:
    names = element.names.lower()
    return element.tag in _NAMED or any(name in names for name in _BODY_NAMES)


def _within(page: Page, story: int) -> list[bool]:
    within = [False] * len(page.elements)
    within[story] = True
    for number, element in enumerate(page.elements[1:], 1):
        within[number] = within[number] or within[element.parent]
    return within


def _kept(page: Page, blocks: list[tuple[Block, int]]) -> list[Block]:
    """Return the prose, and the short blocks that belong to it by where they stand and what holds them."""
    prose = [number for number, (_, weight) in enumerate(blocks) if weight]
    if not prose:
        return []
    places = {_place(page, block) for block, weight in blocks if weight}
    first, last = prose[0], prose[-1]
    while first and _goes_on(page, blocks[first - 1][0], blocks[first][0]):
        first -= 1
    if first and _heads(page, blocks[first - 1][0], blocks[first][0]):
        first -= 1
    while last + 1 < len(blocks) and _goes_on(page, blocks[last + 1][0], blocks[last][0]):
        last += 1
    return [
        block
        for number, (block, weight) in enumerate(blocks[first : last + 1], first)
        if weight or (not _linked(block) and _belongs(page, block, places, blocks[number + 1 : number + 3]))
    ]


def _belongs(page: Page, block: Block, places: set[tuple[str, int]], following: list[tuple[Block, int]]) -> bool:
    """Whether a short block in the midst of prose is part of it."""
    tag = page.elements[block.element].tag
    if tag in _HEADINGS:
        return any(weight for _, weight in following)
    return tag in _LISTED or _place(page, block) in places or (tag == "p" and _is_sentence(block))


def _goes_on(page: Page, block: Block, neighbour: Block) -> bool:
    """Whether a short block before the first prose, or after the last, is one more sentence of the same row."""
    return _place(page, block) == _place(page, neighbour) and _is_sentence(block) and not _linked(block)


def _heads(page: Page, block: Block, prose: Block) -> bool:
    """Whether a block is the heading of the first prose, not that of the page."""
    tag, holder = _place(page, block)
    return tag in _HEADINGS and holder == _place(page, prose)[1] and not _linked(block)


def _is_sentence(block: Block) -> bool:
    return ends_sentence(block.text[-20:])


def _place(page: Page, block: Block) -> tuple[str, int]:
    """Return what neighbours in a row of paragraphs have in common: the tag and what holds it."""
    element = page.elements[block.element]
    return element.tag, element.parent


def _paragraphs(page: Page, blocks: list[Block]) -> Iterator[str]:
    """Yield the blocks as paragraphs, rows that follow one another as one table."""
    for rows, group in groupby(blocks, key=_is_row):
        if rows:
            yield columns([block.text.strip().removeprefix(CELL).split(CELL) for block in group])
        else:
            for block in group:
                yield from _lines(block)


def _is_row(block: Block) -> bool:
    cells = [cell for cell in block.text.split(CELL) if not cell.isspace() and cell]
    return len(cells) > 1 and all(len(cell) < _WIDE_CELL for cell in cells)


def _lines(block: Block) -> Iterator[str]:
    for cell in block.text.split(CELL):
        text = cell.strip()
        if LINE in text:
            yield from paragraphs_of(text)
        elif text:
            yield text
