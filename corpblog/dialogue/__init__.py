"""Comments on their way: taken in, fetched, listed, answered, and never lost."""
