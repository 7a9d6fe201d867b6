"""Written pages: imprint, privacy and whatever else; duties filled in from the configuration."""

from collections.abc import Iterator
from functools import partial

from corpblog.model.page import Page
from corpblog.render.address import output_path
from corpblog.render.content import origin_of
from corpblog.render.credits import Credits, credits_of
from corpblog.render.pages.frame import Head, page_bytes, template_of
from corpblog.render.pages.parts import (
    heading_views,
    permalinks_of,
    picture_of,
    translation_links,
)
from corpblog.render.planned import PlannedOutput
from corpblog.render.renderer import Renderer
from corpblog.render.templates import as_markup
from corpblog.render.views import LegalFact, TextView


def outputs(renderer: Renderer) -> Iterator[PlannedOutput]:
    """The written pages."""
    credits_ = credits_of(renderer)
    for page in renderer.site.pages:
        yield PlannedOutput(
            path=output_path(page.permalink),
            kind="page",
            source=page.source.path,
            make=partial(_make, renderer, credits_, page),
            permalink=page.permalink,
            lang=page.lang,
            versions=permalinks_of(renderer.translations.of_page(page)),
            changed=page.front.updated,
            indexed=True,
        )


def _make(renderer: Renderer, credits_: Credits, page: Page) -> bytes:
    body, front = renderer.contents.of(page.source), page.front
    head = Head(
        kind="page",
        lang=page.lang,
        permalink=page.permalink,
        title=page.title,
        description=front.summary or body.excerpt,
        versions=permalinks_of(renderer.translations.of_page(page)),
        og_image=picture_of(renderer, page, absolute=True),
        has_code=body.has_code,
    )
    template = template_of(renderer, front.template, "page.html")
    return page_bytes(
        renderer, template, head, page.source.path, text=_view(renderer, credits_, page)
    )


def _view(renderer: Renderer, credits_: Credits, page: Page) -> TextView:
    language, updated = renderer.languages[page.lang], page.front.updated
    body = renderer.contents.of(page.source)
    html = renderer.contents.html(page.source, origin_of(page), False)
    return TextView(
        title=page.title,
        role=page.role,
        body_html=as_markup(credits_.under(html, page.lang)),
        contents=heading_views(body.headings),
        updated=language.when(updated) if updated is not None else None,
        facts=tuple(_facts(renderer, page.lang)) if page.role == "imprint" else (),
        translations=translation_links(renderer, page, renderer.translations.of_page(page)),
        extra=page.front.extra,
    )


def _facts(renderer: Renderer, lang: str) -> Iterator[LegalFact]:
    """The lines of the imprint that the configuration fills in (DDG § 5, MStV § 18)."""
    legal, own = renderer.site.config.legal, renderer.site.config.organization
    town = " ".join(part for part in (legal.postal_code, legal.city) if part)
    responsible = legal.responsible
    person = (responsible.name, responsible.address) if responsible is not None else ()
    lines = (
        ("name", _company(own.legal_name or own.name, legal.legal_form), ""),
        ("address", "\n".join(part for part in (legal.street, town, legal.country) if part), ""),
        ("representatives", ", ".join(legal.representatives), ""),
        ("email", legal.email, f"mailto:{legal.email}"),
        ("phone", legal.phone, "tel:" + "".join(c for c in legal.phone if c in "+0123456789")),
        ("contact_form", legal.contact_form, legal.contact_form),
        ("register", ", ".join(filter(None, (legal.register, legal.register_number))), ""),
        ("vat_id", legal.vat_id, ""),
        ("supervisory_body", legal.supervisory_body, ""),
        ("responsible", "\n".join(filter(None, person)), ""),
    )
    for key, value, url in lines:
        if value:
            label = renderer.languages[lang].text(f"legal.{key}")
            yield LegalFact(label=label, value=value, url=url)


def _company(name: str, legal_form: str) -> str:
    return name if not legal_form or legal_form in name else f"{name} {legal_form}"
