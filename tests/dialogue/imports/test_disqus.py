"""A Disqus export: pages by address, accounts, deleted comments."""

from pathlib import Path

from corpblog.dialogue.imports.arrange import Arranged
from tests.dialogue.imports.bringing import arranged, by_id, counts, small_site

EXPORT = """\
<?xml version="1.0" encoding="utf-8"?>
<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
<category dsq:id="1"><title>General</title></category>
<thread dsq:id="10"><id>first</id><link>https://old.example.org/2020/05/second.html</link>
  <createdAt>2020-05-01T08:00:00Z</createdAt></thread>
<thread dsq:id="11"><id>99 https://old.example.org/?p=99</id><link>https://old.example.org/?p=99</link></thread>
{posts}
</disqus>
"""


def post(id_: str, message: str = "<p>Does it float?</p>", thread: str = "10", **keys: str) -> str:
    parent = f'<parent dsq:id="{keys["parent"]}"/>' if "parent" in keys else ""
    return f"""\
<post dsq:id="{id_}"><id/><message><![CDATA[{message}]]></message>
<createdAt>2020-05-02T10:00:0{id_[-1]}Z</createdAt>
<isDeleted>{keys.get("deleted", "false")}</isDeleted><isSpam>{keys.get("spam", "false")}</isSpam>
<author><email>petra@example.org</email><name>{keys.get("name", "Petra Lang")}</name>
<isAnonymous>{keys.get("anonymous", "true")}</isAnonymous>
<username>{keys.get("user", "")}</username>
</author><ipAddress>203.0.113.9</ipAddress><thread dsq:id="{thread}"/>{parent}</post>"""


def imported(tmp_path: Path, *posts: str, **staff: str) -> Arranged:
    file = tmp_path / "disqus.xml"
    file.write_text(EXPORT.format(posts="\n".join(posts)), "utf-8")
    root = small_site(tmp_path / "site", second="aliases: [/2020/05/second/]")
    return arranged("disqus", file, root, **staff)


def test_comments_are_filed_by_the_address_of_their_page(tmp_path: Path) -> None:
    found = imported(
        tmp_path,
        post("1"),
        post("2", "<p>Yes,<br>it does.</p>", parent="1"),
        post("3", deleted="true"),
        post("4", spam="true"),
        post("5", thread="11"),
        post("6", parent="3"),
        post("7", thread="77"),
    )
    records = by_id(found)
    assert (records["1"].about, records["1"].text) == ("second", "Does it float?")
    assert records["2"].reply_to == records["1"].id
    assert records["2"].text == "Yes,\\\nit does."
    assert records["6"].reply_to == ""
    assert counts(found) == {"comments": 5, "threads": 3, "replies": 1, "orphans": 2}
    assert found.report.left_out == {"deleted": 1, "spam": 1}
    assert [orphan.about for orphan in found.report.orphans] == ["/p-99/", "/thread-77/"]


def test_only_an_account_makes_an_employee(tmp_path: Path) -> None:
    found = imported(
        tmp_path,
        post("1", name="Jana Weiss", anonymous="false", user="jweiss"),
        post("2", name="Jana Weiss"),
        jweiss="jana-weiss",
    )
    assert [record.author.staff for record in found.records] == ["jana-weiss", ""]
    assert [doubt.comments for doubt in found.report.doubts] == [1]
