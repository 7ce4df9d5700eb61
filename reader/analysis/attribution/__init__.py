"""Who says a stretch of words, by which cue, and how far it reaches.  Serves `quotes`."""
