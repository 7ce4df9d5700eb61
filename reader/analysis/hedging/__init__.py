"""The rules behind `reader.analysis.hedges`: words with context, one module a family of cues."""
