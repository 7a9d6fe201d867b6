"""The kinds of pages: each lists its outputs, and makes one page from the model."""
