"""What git knows of a site: which lines a pull request adds."""
