"""From a story to what is found in it.  Pure functions of their arguments; no file, clock, network or screen."""
