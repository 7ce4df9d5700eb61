"""From bytes to stories.  Structure is parsed on bytes first, text cleaned once after; nothing here looks for meaning."""
