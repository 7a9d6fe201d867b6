"""The linter: reputation guidelines as rules over the sources of a site."""
