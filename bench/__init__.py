"""Measurements: the same posts through corpblog and through whatever peers are installed."""
