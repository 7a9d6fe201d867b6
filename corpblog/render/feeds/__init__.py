"""What readers subscribe to: Atom, RSS and JSON Feed from the same entries."""
