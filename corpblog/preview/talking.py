"""A site that takes comments in beside its preview."""

from dataclasses import replace

from corpblog.model.site import Site


def taking_comments(site: Site | None, intake: str) -> Site | None:
    """``site`` with its forms leading to the address ``intake``; as it was without one."""
    if site is None or not intake:
        return site
    comments = replace(site.config.comments, intake=intake)
    return replace(site, config=replace(site.config, comments=comments))
