"""Tests of turning old texts into plain Markdown."""
