"""From bytes to stories: structure is parsed on bytes first, text cleaned once after.

    files -> formats.NAME -> Draft -> assemble -> Article

    load       the door: paths, folders, standard input, bytes
    files      opening and walking; caps has the limits
    formats/   one module a format, recognised by content
    decode     which encoding           clean      nothing left that acts on a terminal
    draft      what a format yields, and how it becomes an Article
    desk       headline, notes, sign-offs; with bylines, dates, language
    paragraphs lines to paragraphs; with prose
    web        pages: markup (tags), page (blocks), content (which are the story), metadata
    marked     Markdown: blocks; with inline

Nothing here looks for meaning.
"""
