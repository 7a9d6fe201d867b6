"""A site as a preview shows it: read again when it changes, made page by page when asked for."""
