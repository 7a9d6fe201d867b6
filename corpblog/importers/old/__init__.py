"""The files of an old blog as they are: their bytes, their front matter, their dates."""
