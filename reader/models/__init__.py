"""Fitted weights as data files, and their loader.  The card beside them says from what they were fitted."""
