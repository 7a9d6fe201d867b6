"""From a Site to its output files: a plan of every path, then each page when it is asked for."""
