"""Comments of other systems become comment files, with an account of everything that changed."""

from collections.abc import Callable, Mapping
from pathlib import Path

from corpblog.dialogue.imports.disqus import read_disqus
from corpblog.dialogue.imports.foreign import Export
from corpblog.dialogue.imports.isso_export import read_isso
from corpblog.dialogue.imports.staticman import read_staticman
from corpblog.dialogue.imports.wordpress import read_wordpress

# Reads an export and writes nothing; raises CorpblogError when it is none.
READERS: Mapping[str, Callable[[Path], Export]] = {
    "wordpress": read_wordpress,
    "disqus": read_disqus,
    "staticman": read_staticman,
    "isso": read_isso,
}
