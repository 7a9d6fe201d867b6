"""The door for readers' comments: Isso in one process, behind a wrapper that it needs."""
