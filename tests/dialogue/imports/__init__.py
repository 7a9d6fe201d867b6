"""Comments of other systems come over."""
