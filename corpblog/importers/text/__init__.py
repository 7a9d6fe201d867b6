"""Texts of an old blog: what only its tool understood becomes plain Markdown."""
