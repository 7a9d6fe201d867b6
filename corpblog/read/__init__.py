"""From files on disk to a Site: every fault found on the way is told, each at its place."""
