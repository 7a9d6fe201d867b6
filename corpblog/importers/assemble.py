"""From an old blog, whatever made it, to the files of a corpblog site and the report."""

from typing import Any

from corpblog.importers.blog import OldBlog, OldPost
from corpblog.importers.facts.addresses import corpblog_pattern
from corpblog.importers.facts.post_fields import tags_of
from corpblog.importers.plan import Plan, make_plan
from corpblog.importers.record import Import, Kind, Loss, Section, SourceFile, in_report_order
from corpblog.importers.writing import write_page, write_post, write_profile
from corpblog.yaml_writing import yaml_file


def assemble(old: OldBlog) -> Import:
    """The corpblog site that ``old`` becomes."""
    plan = make_plan(old)
    blog = plan.blog
    posts = [write_post(post, plan) for post in blog.posts]
    pages = [write_page(page, plan) for page in blog.pages]
    people = [write_profile(profile, plan) for profile in plan.cast.profiles]
    statics = [
        SourceFile(path=f"static/{target}", origin=blog.folder.root / source)
        for source, target in sorted(blog.statics.items())
    ]
    config = SourceFile(path="corpblog.yml", data=yaml_file(_configuration(plan)))
    losses = (
        *blog.folder.losses,
        *blog.losses,
        *plan.losses,
        *plan.addressing.losses,
        *plan.cast.losses,
        *plan.facts.losses,
        *_tag_losses(plan),
        *(loss for written in (*posts, *pages) for loss in written.losses),
        *(loss for post in blog.posts for loss in plan.dated[post.path].losses),
    )
    files = [config, *(f for w in (*posts, *pages) for f in w.files)]
    files += [file for profile in people for file in profile] + statics
    # Language versions of one bundle bring the same pictures.
    unique = {file.path: file for file in files}
    return Import(
        importer=blog.tool,
        files=tuple(unique[path] for path in sorted(unique)),
        losses=in_report_order(losses),
        counts=_counts(plan, len(statics)),
    )


def _configuration(plan: Plan) -> dict[str, Any]:
    facts, settings = plan.facts, plan.blog.settings
    site: dict[str, Any] = {"title": facts.title, "url": facts.url, "lang": facts.lang}
    site |= {"timezone": settings.timezone} if settings.timezone else {}
    site |= {"description": settings.description} if settings.description else {}
    sections = {post.section for post in plan.blog.posts}
    section = next(iter(sections)) if len(sections) == 1 else ""
    pattern = corpblog_pattern(plan.addressing.choice.pattern, section)
    permalinks = {"post": pattern} if pattern else {}
    permalinks["author"] = facts.author_pattern
    return {"site": site, "permalinks": permalinks, "build": {"dead_links": "warn"}}


def _tag_losses(plan: Plan) -> list[Loss]:
    first: dict[str, OldPost] = {}
    for post in plan.blog.posts:
        for tag in tags_of(post):
            if plan.tags[tag] != tag:
                first.setdefault(tag, post)
    return [
        Loss(
            location=post.text.at_key("tags", "tag", "categories", "category"),
            section=Section.TAGS,
            kind=Kind.REPAIRED,
            construct="tag spelled in several ways",
            found=tag,
            done=f"is “{plan.tags[tag]}” now, as in most posts",
        )
        for tag, post in sorted(first.items())
    ]


def _counts(plan: Plan, statics: int) -> tuple[tuple[str, int], ...]:
    drafts = sum(post.draft for post in plan.blog.posts)
    return (
        ("posts", len(plan.blog.posts)),
        ("drafts", drafts),
        ("pages", len(plan.blog.pages)),
        ("people", len(plan.cast.profiles)),
        ("portraits", sum(bool(profile.portrait) for profile in plan.cast.profiles)),
        ("tags", len(set(plan.tags.values()))),
        ("images and other files", statics),
    )
