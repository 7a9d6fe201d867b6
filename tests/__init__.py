"""The tests of corpblog, room by room."""
