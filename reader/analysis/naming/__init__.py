"""Noun phrases: words in their classes, titles, names, and what belongs to a name.  Serves `mentions`."""
