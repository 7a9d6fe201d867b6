"""The prose of a source: what people read, cut out of it without moving a single character."""
