"""Templates and blocks of a site that no page ever shows: most are misspelt."""

import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path, PurePosixPath

from jinja2 import Environment, nodes
from jinja2.exceptions import TemplateSyntaxError

from corpblog.diagnostics import Diagnostic, Location
from corpblog.nearest import nearest
from corpblog.render.faults import BLOCK_UNHEARD, TEMPLATE_UNHEARD
from corpblog.render.template_layers import LayeredLoader

# Statements of a template that name another one.
_REFERENCES = (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)
# What people keep beside templates, and editors leave there.
_NOTES = (".md", ".txt", ".bak", ".orig", ".swp")
_QUOTED = re.compile(r"[\"'](?:parent:)?([^\"']+)[\"']")


class Strays:
    """What a site's own templates say and nobody hears."""

    def __init__(self, loader: LayeredLoader, environment: Environment) -> None:
        self._loader = loader
        self._environment = environment

    def find(self, root: Path, chosen: Collection[str]) -> Iterator[Diagnostic]:
        """Warnings about templates below ``root``; ``chosen`` are those that texts ask for."""
        own = self._loader.layers_in(root)
        silent = self._templates(own, chosen)
        for name in silent:
            yield self._unheard(name)
        for layer in own:
            for name in self._loader.layer(layer):
                if layer or name not in silent:
                    yield from self._blocks(f"@{layer}:{name}")

    def _templates(self, own: list[int], chosen: Collection[str]) -> list[str]:
        """The templates of the site itself that override none and that none names."""
        if 0 not in own:
            return []
        beside = [name for name in self._loader.layer(0) if _is_template(name)]
        heard = [name for name in beside if name in chosen or self._loader.find(f"@1:{name}")]
        if len(heard) == len(beside):
            return []
        waiting = [f"@0:{name}" for name in heard]
        waiting += [
            f"@{layer}:{name}" for layer in own if layer for name in self._loader.layer(layer)
        ]
        known = set(heard)
        while waiting:
            names = self._names(waiting.pop())
            if names is None:
                return []
            new = [name for name in names if name in beside and name not in known]
            known.update(new)
            waiting += [f"@0:{name}" for name in new]
        return [name for name in beside if name not in known]

    def _names(self, template: str) -> set[str] | None:
        """What a template names; None where it works a name out.

        One that cannot be read may name all that it quotes.
        """
        tree = self._tree(template)
        if tree is None:
            return set(_QUOTED.findall(self._loader.text(template)))
        found: set[str] = set()
        for node in tree.find_all(_REFERENCES):
            target: nodes.Expr = node.template  # type: ignore[attr-defined]
            if target.find(nodes.Name) or isinstance(target, nodes.Name):
                return None
            values = [target] if isinstance(target, nodes.Const) else target.find_all(nodes.Const)
            found.update(str(each.value).removeprefix("parent:") for each in values)
        return found

    def _unheard(self, name: str) -> Diagnostic:
        below = [each for each in self._loader.names() if self._loader.find(f"@1:{each}")]
        file = PurePosixPath(name).name
        near = next((each for each in below if PurePosixPath(each).name == file), "")
        near = near or nearest(name, below)
        meant = f"did you mean “{near}”? " if near else ""
        hint = f"{meant}Else name it in a text (template: {name}), include it, or delete it"
        return TEMPLATE_UNHEARD.at(
            Location(path=self._loader.label(f"@0:{name}")),
            f"no page uses the template “{name}”: no layer below has this name",
            hint=hint,
        )

    def _blocks(self, template: str) -> Iterator[Diagnostic]:
        """Blocks that a template fills and none of those it extends shows."""
        tree = self._tree(template)
        if tree is None:
            return
        below = self._blocks_below(tree, template)
        for block in _outermost(tree) if below is not None else ():
            if below is not None and block.name not in below:
                yield self._unshown(template, block, below)

    def _blocks_below(self, tree: nodes.Template, template: str) -> set[str] | None:
        """All blocks of the templates that a tree extends; None where that is unclear."""
        found: set[str] = set()
        seen: set[object] = {self._loader.find(template)}
        parent = self._parent(tree, template)
        if parent is None:
            return None
        while parent is not None:
            if self._loader.find(parent) in seen:
                return None
            seen.add(self._loader.find(parent))
            above = self._tree(parent)
            if above is None:
                return None
            found.update(block.name for block in above.find_all(nodes.Block))
            if above.find(nodes.Extends) and self._parent(above, parent) is None:
                return None
            parent = self._parent(above, parent)
        return found

    def _parent(self, tree: nodes.Template, template: str) -> str | None:
        """The template that a tree always extends."""
        for node in tree.body:
            if isinstance(node, nodes.Extends) and isinstance(node.template, nodes.Const):
                return self._environment.join_path(str(node.template.value), template)
        return None

    def _unshown(self, template: str, block: nodes.Block, below: Iterable[str]) -> Diagnostic:
        line = self._loader.text(template).split("\n")[block.lineno - 1]
        path = self._loader.label(template)
        found = re.search(rf"\bblock\s+({re.escape(block.name)})\b", line)
        start, end = found.span(1) if found else (0, 0)
        near = nearest(block.name, sorted(below))
        meant = f"did you mean “{near}”? " if near else ""
        return BLOCK_UNHEARD.at(
            Location(
                path=path,
                line=block.lineno,
                column=start + 1,
                end_line=block.lineno,
                end_column=end + 1,
            ),
            f"no template below has a block “{block.name}”, so nobody sees what stands in it",
            hint=f"{meant}docs/themes.md lists the blocks of each template",
            source_line=line,
        )

    def _tree(self, template: str) -> nodes.Template | None:
        if self._loader.find(template) is None:
            return None
        try:
            return self._environment.parse(self._loader.text(template))
        except TemplateSyntaxError:
            return None


def _outermost(node: nodes.Node) -> Iterator[nodes.Block]:
    """Blocks that stand in no other block: those in one are shown with it."""
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Block):
            yield child
        else:
            yield from _outermost(child)


def _is_template(name: str) -> bool:
    return not (
        any(part.startswith(".") for part in name.split("/")) or name.endswith(("~", *_NOTES))
    )
