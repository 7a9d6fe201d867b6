"""corpblog: a static site generator for corporate blogs on which named people speak."""

__version__ = "0.1.0"
