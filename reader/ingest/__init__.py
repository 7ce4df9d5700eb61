"""From bytes to stories: structure is parsed on bytes first, text cleaned once after.

Nothing here looks for meaning.
"""
