"""The output folder: what a build made is staged on disk, then swapped in whole."""
