"""What counts as answered: business time, and the one definition that all rooms share."""
