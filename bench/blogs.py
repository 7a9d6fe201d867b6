"""The same posts as the source folder of each tool, with themes and outputs as alike as they go."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from bench.posts import BenchPost, authors, posts


def write_corpblog(root: Path, count: int) -> None:
    """A corpblog site with full default output: all feeds, people, structured data, sitemap."""
    found = list(posts(count))
    _write(
        root / "corpblog.yml",
        "site: {title: Bench, url: 'https://bench.example.org/', timezone: Europe/Berlin}\n"
        "organization: {name: Bench}\n",
    )
    for person in _people(found):
        name = person.replace("-", " ").title()
        profile = f"---\nname: {name}\njob_title: engineer\n---\nI write about scales.\n"
        _write(root / f"authors/{person}.md", profile)
    for post in found:
        front = (
            f"---\ntitle: {post.title}\ndate: {post.day}\nslug: {post.slug}\n"
            f"authors: [{', '.join(post.authors)}]\ntags: [{', '.join(post.tags)}]\n"
            f"summary: {post.summary}\ndisclosures: none\nai: none\n---\n"
        )
        _write(root / f"content/posts/{post.day.year}/{post.slug}.md", front + post.body)


def write_hugo(root: Path, count: int) -> None:
    """A Hugo site with a plain theme of its own: home, posts, sections, tags, people, RSS."""
    _write(
        root / "hugo.toml",
        'baseURL = "https://bench.example.org/"\ntitle = "Bench"\n'
        'disableKinds = []\n[taxonomies]\n  tag = "tags"\n  author = "people"\n'
        '[permalinks]\n  posts = "/:year/:month/:slug/"\n'
        "[markup.highlight]\n  noClasses = false\n",
    )
    for name, text in _HUGO_LAYOUTS.items():
        _write(root / "layouts" / name, text)
    for post in posts(count):
        front = (
            f'---\ntitle: "{post.title}"\ndate: {post.day}\nslug: {post.slug}\n'
            f"people: [{', '.join(post.authors)}]\ntags: [{', '.join(post.tags)}]\n"
            f'summary: "{post.summary}"\n---\n'
        )
        _write(root / f"content/posts/{post.day.year}/{post.slug}.md", front + post.body)


SOURCES: Mapping[str, Callable[[Path, int], None]] = {
    "corpblog": write_corpblog,
    "hugo": write_hugo,
}


def _people(found: Iterable[BenchPost]) -> list[str]:
    used = {person for post in found for person in post.authors}
    return [person for person in authors(10_000) if person in used]


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


_HEAD = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title>'
    '<meta name="viewport" content="width=device-width"><link rel="canonical" '
    'href="{{ .Permalink }}"></head><body><header><a href="/">Bench</a> <nav><a href="/people/">'
    'People</a> <a href="/tags/">Topics</a></nav></header><main>{{ block "main" . }}{{ end }}'
    "</main><footer>Bench</footer></body></html>\n"
)
_LIST = (
    '{{ define "main" }}<h1>{{ .Title }}</h1>{{ range (.Paginate .Pages 10).Pages }}<article><h2>'
    '<a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Summary }}</p></article>{{ end }}'
    '{{ template "_internal/pagination.html" . }}{{ end }}\n'
)
_HUGO_LAYOUTS = {
    "_default/baseof.html": _HEAD,
    "_default/list.html": _LIST,
    "index.html": _LIST.replace("(.Paginate .Pages 10)", "(.Paginate .Site.RegularPages 10)"),
    "_default/terms.html": (
        '{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages }}<li><a href="'
        '{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}\n'
    ),
    "_default/single.html": (
        '{{ define "main" }}<article><p>{{ range .Params.people }}<a href="/people/{{ . }}/">'
        "{{ . }}</a> {{ end }}</p><h1>{{ .Title }}</h1><p>{{ .Date.Format "
        '"2 January 2006" }} {{ .ReadingTime }} min</p>{{ .TableOfContents }}{{ .Content }}'
        '<p>{{ range .Params.tags }}<a href="/tags/{{ . }}/">{{ . }}</a> {{ end }}</p>'
        '{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}'
        '{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}'
        "<ul>{{ range first 3 (.Site.RegularPages.Related .) }}<li><a "
        'href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></article>{{ end }}\n'
    ),
}
