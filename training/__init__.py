"""Scripts that fit the weights in ``reader/models``; not installed."""
