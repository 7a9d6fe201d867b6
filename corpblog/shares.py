"""The plan made real: every output rendered and put down, shared out to workers."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from corpblog.diagnostics import CorpblogError, Diagnostic, in_order
from corpblog.model.output import StagedFile
from corpblog.parallel import in_shares
from corpblog.render.page_facts import PageFacts, facts_of
from corpblog.render.page_requests import NOTHING, PageRequests, requests_of
from corpblog.render.plan import Plan
from corpblog.render.planned import PlannedOutput

# Puts the bytes of an output path where they wait for the swap.
Put = Callable[[str, bytes], StagedFile]
# How much work an output is, beside a list page (measured on 1,000 posts).
_WORK = {"post": 2.0, "author": 2.0, "feed": 1.0, "asset": 0.3, "redirect": 0.3}
# How many outputs a worker makes between two words about its progress.
_TELL_EVERY = 50


@dataclass(frozen=True, kw_only=True, slots=True)
class Made:
    """What was made of outputs: the files, what their pages hold and ask for, and all faults."""

    files: tuple[StagedFile, ...]
    facts: Mapping[str, PageFacts]
    requests: Mapping[str, PageRequests]
    diagnostics: tuple[Diagnostic, ...]


def make_outputs(
    planned: Plan, put: Put, *, host: str, workers: int, tell: Callable[[int], None]
) -> Made:
    """Make and ``put`` every output of ``planned`` on so many workers.

    ``host`` is the site's own and never foreign; ``tell`` hears how many outputs are done.
    """
    # What fails here fails again in the first page that needs it, and is told there.
    with suppress(CorpblogError):
        planned.prepare()

    def work(share: Sequence[PlannedOutput]) -> Made:
        return _make_share(planned, share, put, host, lambda done: tell(done * workers))

    return _together(in_shares(_shares(planned.outputs, workers), work))


def _make_share(
    planned: Plan,
    share: Sequence[PlannedOutput],
    put: Put,
    host: str,
    tell: Callable[[int], None],
) -> Made:
    files: list[StagedFile] = []
    facts: dict[str, PageFacts] = {}
    requests: dict[str, PageRequests] = {}
    told: list[Diagnostic] = []
    for number, output in enumerate(share):
        try:
            data = _made(output)
        except CorpblogError as error:
            told.extend(error.diagnostics)
            text = planned.body_facts(output)
            if text is not None:
                facts[output.path] = text
            continue
        if output.path.endswith(".html"):
            html = data.decode(errors="replace")
            facts[output.path] = facts_of(html)
            asked = requests_of(html, host)
            if asked is not NOTHING:
                requests[output.path] = asked
        files.append(put(output.path, data))
        if not number % _TELL_EVERY:
            tell(number)
    return Made(files=tuple(files), facts=facts, requests=requests, diagnostics=in_order(told))


def _made(output: PlannedOutput) -> bytes:
    try:
        return output.make()
    except CorpblogError:
        raise
    except Exception as error:
        error.add_note(f"while making {output.path} from {output.source}")
        raise


def _together(parts: Sequence[Made]) -> Made:
    return Made(
        files=tuple(file for part in parts for file in part.files),
        facts={path: found for part in parts for path, found in part.facts.items()},
        requests={path: asked for part in parts for path, asked in part.requests.items()},
        diagnostics=in_order(found for part in parts for found in part.diagnostics),
    )


def _shares(outputs: Sequence[PlannedOutput], workers: int) -> list[list[PlannedOutput]]:
    """Outputs in shares of about the same work, which need few of the same posts.

    Feeds hold the newest posts. They stand in one share with the pages of those posts, so that no
    two workers convert the same bodies.
    """
    feeds_first = sorted(outputs, key=_is_feed, reverse=True)
    total = sum(map(_work_of, outputs))
    shares: list[list[PlannedOutput]] = [[] for _ in range(workers)]
    done = 0.0
    for output in feeds_first:
        shares[min(int(done * workers / total), workers - 1)].append(output)
        done += _work_of(output)
    # Pages first: a feed then finds the bodies that it needs in memory.
    return [sorted(share, key=_is_feed) for share in shares]


def _is_feed(output: PlannedOutput) -> bool:
    return output.kind == "feed"


def _work_of(output: PlannedOutput) -> float:
    return _WORK.get(output.kind, 1.0)
