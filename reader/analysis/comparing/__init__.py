"""The parts of `reader.analysis.takes`: which sentences belong together, which words differ, and what that changes."""
