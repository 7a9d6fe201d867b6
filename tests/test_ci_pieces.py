"""What other people copy into their CI is valid, safe, and says what the command understands."""

import argparse
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from types import ModuleType
from typing import Any, ClassVar
from urllib.parse import parse_qs

import pytest
import yaml

from corpblog.commands import comments_inbox, lint
from corpblog.report import FORMATS
from tests.sites import SMALL, write_site

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGE = (DOCS / "ci.md").read_text()
COPIES = sorted((DOCS / "ci").iterdir())
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text())
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
STEPS = [step for step in ACTION["runs"]["steps"] if "run" in step]
GITLAB: dict[str, Any] = yaml.safe_load((DOCS / "ci" / "gitlab-ci.yml").read_text())
GITLAB_LINES = [line for job in GITLAB.values() for line in job.get("script", ())]


def checked(folder: Path, *words: str) -> None:
    """Runs a checker of this environment, with a home of its own; their schemas are inside them."""
    environment = {**os.environ, "PRE_COMMIT_HOME": str(folder)}
    done = subprocess.run(
        [sys.executable, "-m", *words], capture_output=True, text=True, env=environment, cwd=ROOT
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("schema", "file"),
    [
        ("github-actions", "action.yml"),
        ("github-workflows", "docs/ci/github.yml"),
        ("github-workflows", "docs/ci/github-scheduled.yml"),
        ("gitlab-ci", "docs/ci/gitlab-ci.yml"),
    ],
)
def test_what_a_service_reads_keeps_to_its_schema(tmp_path: Path, schema: str, file: str) -> None:
    checked(tmp_path, "check_jsonschema", "--builtin-schema", f"vendor.{schema}", file)


def test_hooks_are_what_pre_commit_understands(tmp_path: Path) -> None:
    checked(tmp_path, "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml")


def test_the_configuration_to_copy_names_hooks_that_exist(tmp_path: Path) -> None:
    copied = (DOCS / "ci" / "pre-commit-config.yaml").read_text()
    filled = tmp_path / "config.yaml"
    filled.write_text(copied.replace("REVISION", "f" * 40))
    checked(tmp_path, "pre_commit", "validate-config", str(filled))
    used = {hook["id"] for repo in yaml.safe_load(copied)["repos"] for hook in repo["hooks"]}
    assert used == {hook["id"] for hook in HOOKS}


@pytest.mark.parametrize(
    ("path", "taken"),
    [
        ("content/posts/launch.md", True),
        ("sites/blog/content/pages/imprint.md", True),
        ("authors/jana-weiss.md", True),
        ("README.md", False),
        ("content/posts/launch/photo.jpg", False),
        ("my-content/notes.md", False),
    ],
)
def test_the_hook_for_files_takes_texts_of_a_site(path: str, taken: bool) -> None:
    assert bool(re.search(HOOKS[0]["files"], path)) is taken


@pytest.mark.parametrize("copy", COPIES, ids=lambda path: path.name)
def test_the_page_shows_every_file_as_it_is(copy: Path) -> None:
    assert f"```yaml\n{copy.read_text()}```\n" in PAGE


def test_the_page_names_every_input_of_the_action_with_its_default() -> None:
    for name, declared in ACTION["inputs"].items():
        (row,) = re.findall(rf"^\| `{name}` \| (.*) \|$", PAGE, re.M)
        plain = declared["default"] not in ("", "false")
        assert not plain or f"(default: `{declared['default']}`)" in row


def test_every_input_reaches_a_step() -> None:
    steps = yaml.safe_dump(ACTION["runs"])
    assert all(f"${{{{ inputs.{name} }}}}" in steps for name in ACTION["inputs"])


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step["id"])
def test_no_expression_stands_in_a_script_where_it_could_bring_commands(
    step: dict[str, Any],
) -> None:
    assert "${{" not in step["run"]


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step["id"])
def test_scripts_of_the_action_are_bash(step: dict[str, Any]) -> None:
    subprocess.run(["bash", "-n"], input=step["run"], text=True, check=True)


@pytest.mark.parametrize("line", GITLAB_LINES)
def test_scripts_of_the_template_are_shell(line: str) -> None:
    subprocess.run(["sh", "-n"], input=line, text=True, check=True)


@pytest.mark.parametrize("copy", ["github.yml", "github-scheduled.yml"])
def test_workflows_ask_for_no_right_that_they_do_not_need(copy: str) -> None:
    workflow = yaml.safe_load((DOCS / "ci" / copy).read_text())
    assert workflow["permissions"] == {"contents": "read"}
    for name, job in workflow["jobs"].items():
        needed = {"lint": "security-events", "inbox": "issues"}[name]
        assert set(job.get("permissions", {})) <= {"contents", needed}


def words_of(command: ModuleType) -> set[str]:
    """All options of a command, as its own parser knows them."""
    parser = argparse.ArgumentParser()
    command.add_words(parser)
    return {word for action in parser._actions for word in action.option_strings}


def said_in(pieces: Iterable[str]) -> set[str]:
    """The options that stand in lines of shell."""
    return {word for piece in pieces for word in re.findall(r"(?<![\w-])--[a-z-]+", piece)}


def test_pieces_and_page_say_only_what_the_command_understands() -> None:
    lines = [line for line in GITLAB_LINES if "corpblog lint" in line]
    pieces = [STEPS[-1]["run"], *lines, *re.findall(r"corpblog lint [^`\n]*", PAGE)]
    said = said_in([*pieces, *(" ".join(hook.get("args", ())) for hook in HOOKS)])
    assert said <= words_of(lint)
    assert {"--since", "--strict", "--scheduled", "--baseline", "--update-baseline"} <= said


def test_the_work_list_is_asked_for_in_words_that_its_command_understands() -> None:
    pieces = re.findall(r"corpblog comments inbox [^`\n]*", PAGE)
    assert len(pieces) == 3
    assert said_in(pieces) == {"--site", "--format", "--output"} <= words_of(comments_inbox)


GITHUB_INBOX = yaml.safe_load((DOCS / "ci" / "github-scheduled.yml").read_text())["jobs"]["inbox"]
GH = """\
#!/bin/sh
# Stands for the command of GitHub: notes what it is asked, and knows the issue of $ISSUE.
echo "$@" >> "$ASKED"
if [ "$1 $2" = "issue list" ]; then printf %s "$ISSUE"; fi
"""
QUESTION = """\
about: first
author: {name: Petra Lang}
created: 2026-11-11 10:00
text: Does @jana know whether this works? [Look](https://example.org) at #1.
"""


def run_inbox(tmp_path: Path, script: str, question: str, **settings: str) -> Path:
    """A script of the pieces in a repository that is a site; returns the folder where it ran."""
    top = write_site(tmp_path / "top", SMALL)
    if question:
        write_site(top, {"comments/first/20261111T090000-isso-1.yml": question})
    tools = tmp_path / "tools"
    write_site(tools, {"gh": GH})
    (tools / "gh").chmod(0o755)
    path = [str(tools), str(Path(sys.executable).parent), os.environ["PATH"]]
    environment = {**os.environ, **settings, "PATH": os.pathsep.join(path), "CORPBLOG_SITE": "."}
    shell = ["bash", "-eo", "pipefail", "-c", script]
    done = subprocess.run(shell, capture_output=True, text=True, env=environment, cwd=top)
    assert done.returncode == 0, done.stdout + done.stderr
    return top


@pytest.mark.parametrize(
    ("question", "issue", "asked"),
    [
        ("", "", ["list"]),
        ("", "7", ["list", "close 7"]),
        (QUESTION, "", ["list", "create --title"]),
        (QUESTION, "7", ["list", "edit 7 --body-file", "reopen 7"]),
    ],
    ids=["nothing", "done", "first", "again"],
)
def test_github_keeps_one_issue_about_who_waits(
    tmp_path: Path, question: str, issue: str, asked: list[str]
) -> None:
    log = tmp_path / "asked.txt"
    settings = {"RUNNER_TEMP": str(tmp_path), "ASKED": str(log), "ISSUE": issue}
    run_inbox(tmp_path, GITHUB_INBOX["steps"][-1]["run"], question, **settings)
    lines = [line for line in log.read_text().splitlines() if line.startswith("issue ")]
    assert len(lines) == len(asked)
    assert all(f"issue {want}" in line for want, line in zip(asked, lines, strict=True))
    body = (tmp_path / "inbox.md").read_text()
    assert ("Jana Weiss" in body) is bool(question)
    assert not any(sign in body for sign in ("@jana", "[Look]", "#1"))


class Issues(BaseHTTPRequestHandler):
    """Issues of a project as the API of GitLab shows them: what is asked changes ``known``."""

    known: ClassVar[list[dict[str, Any]]] = []
    refused: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.answer(self.known)

    def do_POST(self) -> None:
        self.known.append({"iid": 4, "state_event": "", **self.fields()})
        self.answer(self.known[-1])

    def do_PUT(self) -> None:
        (issue,) = [each for each in self.known if self.path.endswith(f"/issues/{each['iid']}")]
        issue.update(self.fields())
        self.answer(issue)

    def fields(self) -> dict[str, str]:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        return {name: values[0] for name, values in parse_qs(body).items()}

    def answer(self, value: Any) -> None:
        if self.headers["PRIVATE-TOKEN"] != "secret" or "/projects/9/issues" not in self.path:
            self.refused.append(self.path)
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(value).encode())

    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def gitlab() -> Iterator[str]:
    """An API of GitLab without issues, on this machine."""
    Issues.known.clear()
    Issues.refused.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), Issues) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_gitlab_keeps_one_issue_about_who_waits(tmp_path: Path) -> None:
    script = "\n".join(GITLAB["corpblog-inbox"]["script"])
    with gitlab() as url:
        settings = {"CI_API_V4_URL": url, "CI_PROJECT_ID": "9", "CORPBLOG_TOKEN": "secret"}
        run_inbox(tmp_path / "nobody", script, "", **settings)
        assert Issues.known == []
        top = run_inbox(tmp_path / "first", script, QUESTION, **settings)
        (issue,) = Issues.known
        assert issue["labels"] == "corpblog-inbox"
        assert issue["description"] == (top / "inbox.md").read_text()
        for folder, question, event in (("a", "", "close"), ("b", QUESTION, "reopen")):
            run_inbox(tmp_path / folder, script, question, **settings)
            assert Issues.known == [issue]
            assert issue["state_event"] == event
    assert Issues.refused == []


def run_action(tmp_path: Path, **inputs: str) -> tuple[int, str, str]:
    """The last step of the action in a fresh repository: exit code, log, and its outputs."""
    write_site(tmp_path / "top" / "a blog", SMALL)
    runner = {name: tmp_path / name.lower() for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    settings = {"SITE": "a blog", "FORMAT": "github", "SINCE": "", "BASELINE": ""} | inputs
    environment = {
        **os.environ,
        **{name: str(path) for name, path in runner.items()},
        **settings,
        "RUNNER_TEMP": str(tmp_path),
        "BIN": str(Path(sys.executable).parent),
    }
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", STEPS[-1]["run"]],
        capture_output=True,
        text=True,
        env=environment,
        cwd=tmp_path / "top",
    )
    outputs = runner["GITHUB_OUTPUT"]
    return done.returncode, done.stdout, outputs.read_text() if outputs.exists() else ""


def test_the_action_annotates_from_the_top_of_the_repository(tmp_path: Path) -> None:
    code, log, outputs = run_action(tmp_path, STRICT="true")
    assert code == 1, "a site without an imprint or a comment policy has findings"
    commands = ("::error title=", "::warning title=", "::notice title=", "corpblog: ")
    assert all(line.startswith(commands) for line in log.split("\n")[:-1])
    assert "file=a blog/" in log
    assert outputs == f"sarif={tmp_path}/corpblog.sarif\n"
    results = json.loads((tmp_path / "corpblog.sarif").read_text())["runs"][0]["results"]
    uris = {r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in results}
    assert uris and all(uri.startswith("a%20blog/") for uri in uris)
    assert (tmp_path / "github_step_summary").read_text().count("## corpblog") == 1


@pytest.mark.parametrize("since", ["--help", "$(touch hacked)", "; touch hacked", "no-such"])
def test_the_action_takes_no_revision_for_words_or_commands(tmp_path: Path, since: str) -> None:
    code, _, _ = run_action(tmp_path, SINCE=since)
    assert code == 2
    assert not (tmp_path / "top" / "hacked").exists()


def test_every_format_stands_in_the_page() -> None:
    assert [name for name in FORMATS if f"| `{name}` |" not in PAGE] == []
