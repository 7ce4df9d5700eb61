"""From an analysis to what is shown: runs, text, Markdown, JSON.  No terminal here and no framework."""
