"""Word lists: their notation, the trie that finds them all in one pass, and the built-in lists."""
