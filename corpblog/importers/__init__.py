"""Old blogs of other tools become corpblog sites, with a report of everything that changed."""

from collections.abc import Mapping

from corpblog.importers.hugo import import_hugo
from corpblog.importers.jekyll import import_jekyll
from corpblog.importers.record import Importer

IMPORTERS: Mapping[str, Importer] = {"jekyll": import_jekyll, "hugo": import_hugo}
