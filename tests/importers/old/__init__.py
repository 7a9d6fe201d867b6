"""Tests of reading an old blog as it is."""
