"""From a story to what is found in it.  Pure functions of their arguments; no file, clock, network or screen.

`analyse` calls the steps in order: `segment`, `marks`, `mentions` (with the package `naming`), `quotes`
(`attribution`), `speakers` (`identity`), `hedges` (`hedging`) and `summary` (`ranking`, `classic`).
A package serves the step beside it.  `takes` (`comparing`) holds two analysed stories side by side.
"""
