"""Tests of the room that turns Markdown into HTML."""
