"""How our templates are compiled: cheaper escaping, and a note of what each one asks for."""

from keyword import iskeyword

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef

# The one variable that is new on each page; what a template reads of it may well be the same.
PAGE = "page"
# Plain functions that every template gets.
_FUNCTIONS = ("t", "asset")
# What a compiled template says about itself: the variables that it asks for (of ``page`` the
# attributes, as "page.lang") and the templates that it names; an empty text for one that is
# worked out while it runs.
NAMES, REFERENCES = "names_asked", "templates_named"


class LeanCodeGenerator(CodeGenerator):
    """Prints with ``lean_escape`` and makes macros with ``macro_class`` of the environment."""

    _asked: set[str]
    _named: set[str]
    _whole_page: bool

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        """Compile, and write down what was asked for."""
        self._asked, self._named, self._whole_page = set(), set(), False
        super().visit_Template(node, frame)
        if self._whole_page:
            self._asked.add(PAGE)
        self.writeline(f"{NAMES} = {tuple(sorted(self._asked))!r}")
        self.writeline(f"{REFERENCES} = {tuple(sorted(self._named))!r}")

    def enter_frame(self, frame: Frame) -> None:
        """Note the variables that a part of the template takes from its context."""
        super().enter_frame(frame)
        for action, name in frame.symbols.loads.values():
            if action == "resolve" and name is not None and name != PAGE:
                self._asked.add(name)

    def visit_Name(self, node: nodes.Name, frame: Frame) -> None:  # noqa: N802
        """Note a use of ``page`` as a whole."""
        self._whole_page |= node.name == PAGE
        super().visit_Name(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """Note an attribute of ``page``."""
        before = self._whole_page
        super().visit_Getattr(node, frame)
        if isinstance(node.node, nodes.Name) and node.node.name == PAGE:
            self._whole_page = before
            self._asked.add(f"{PAGE}.{node.attr}")

    def visit_Call(  # noqa: N802
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """Call our own functions straight: jinja2 first asks each whether it wants the context."""
        own = isinstance(node.node, nodes.Name) and node.node.name in _FUNCTIONS
        keys = [pair.key for pair in node.kwargs]
        if (
            not own
            or forward_caller
            or node.dyn_args
            or node.dyn_kwargs
            or any(map(iskeyword, keys))
        ):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        for pair in node.kwargs:
            self.write(f"{pair.key}=")
            self.visit(pair.value, frame)
            self.write(", ")
        self.write(")")

    def visit_Extends(self, node: nodes.Extends, frame: Frame) -> None:  # noqa: N802
        """Note the template that this one extends."""
        self._name(node.template)
        super().visit_Extends(node, frame)

    def visit_Include(self, node: nodes.Include, frame: Frame) -> None:  # noqa: N802
        """Note a template that this one includes."""
        self._name(node.template)
        super().visit_Include(node, frame)

    def visit_Import(self, node: nodes.Import, frame: Frame) -> None:  # noqa: N802
        """Note a template that this one imports."""
        self._name(node.template)
        super().visit_Import(node, frame)

    def visit_FromImport(self, node: nodes.FromImport, frame: Frame) -> None:  # noqa: N802
        """Note a template that this one imports from."""
        self._name(node.template)
        super().visit_FromImport(node, frame)

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:  # noqa: ARG002 (as in jinja2)
        """Write how the macro is made, as jinja2 does but with our class."""
        node = macro_ref.node
        arguments = "".join(f"{each.name!r}, " for each in node.args)
        self.write(
            f"environment.macro_class(environment, macro, {getattr(node, 'name', None)!r},"
            f" ({arguments}), {macro_ref.accesses_kwargs!r}, {macro_ref.accesses_varargs!r},"
            f" {macro_ref.accesses_caller!r}, context.eval_ctx.autoescape)"
        )

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.lean_escape(")

    def _name(self, template: nodes.Expr) -> None:
        value = template.value if isinstance(template, nodes.Const) else ""
        self._named.add(value if isinstance(value, str) else "")
