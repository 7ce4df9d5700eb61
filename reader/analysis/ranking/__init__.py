"""Which sentences of a story to show: what is seen of each, how it is weighed, which of them go together."""
