"""Markdown becomes HTML here: two engines behind one door, and what is read from HTML."""
