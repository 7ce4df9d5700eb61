"""Which mentions are one speaker: the name table, pronouns, offices and the grading of sources.  Serves `speakers`."""
