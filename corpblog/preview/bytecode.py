"""Compiled templates, kept while a preview runs."""

# So many templates are kept, those of older versions among them.
_MOST = 100


class Bytecode:
    """Compiled templates between two editions (see ``render.templates.Memory``)."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def get(self, key: str) -> bytes | None:
        """What was kept under ``key``."""
        return self._kept.get(key)

    def put(self, key: str, data: bytes) -> None:
        """Keep ``data`` under ``key``; old versions of templates are let go now and then."""
        if len(self._kept) > _MOST:
            self._kept.clear()
        self._kept[key] = data
