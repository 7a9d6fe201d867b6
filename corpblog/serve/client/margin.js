// The writer's margin: what the linter finds in a text, beside it. Part of the preview only.
"use strict";
(() => {
  const marks = window.corpblogMarks;
  const KEY = "corpblog:margin";
  const host = document.createElement("corpblog-margin");
  const root = host.attachShadow({ mode: "open" });
  const own = document.currentScript.src;
  let open = recall(localStorage) === "open";
  let told = null;
  let places = [];
  let asked = 0;

  function recall(store) {
    try {
      return store.getItem(KEY);
    } catch {
      // Without storage the margin is closed at first.
      return null;
    }
  }

  function keep(store, value) {
    try {
      store.setItem(KEY, value);
    } catch {
      // It is closed again on the next page, which is no reason to fail.
    }
  }

  const make = (name, words = {}, ...inner) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(words)) element.setAttribute(key, value);
    element.append(...inner.filter((each) => each !== null && each !== ""));
    return element;
  };

  const sheet = (name) => make("link", { rel: "stylesheet", href: own.replace("margin.js", name) });
  const many = (count, one, more) => count + " " + (count === 1 ? one : more);
  const WORDS = { error: ["error", "errors"], warning: ["warning", "warnings"], info: ["note", "notes"] };

  function counted(items) {
    const parts = Object.entries(WORDS).map(([severity, words]) => {
      const count = items.filter((item) => item.severity === severity).length;
      return count ? many(count, ...words) : "";
    });
    return parts.filter(Boolean).join(", ") || "Nothing found";
  }

  // ---- one finding

  function finding(item, number) {
    const words = make("button", { type: "button", class: "go", "aria-expanded": "false" }, item.message);
    const more = make(
      "div",
      { class: "more", hidden: "" },
      item.why ? make("p", {}, make("b", {}, "Why: "), item.why) : null,
      item.example ? make("p", {}, make("b", {}, "An example, rewritten: "), make("q", {}, item.example)) : null,
      item.rule ? make("p", {}, make("a", { href: item.rule }, "All about " + item.code)) : null,
    );
    words.onclick = () => {
      const opening = more.hidden;
      more.hidden = !opening;
      words.setAttribute("aria-expanded", String(opening));
      if (opening) lead(number);
    };
    const place = item.place.slice(item.path.length + 1) || "whole text";
    const where = item.editor ? make("a", { href: item.editor, class: "editor" }, "open " + place) : place;
    return make(
      "li",
      { class: "finding " + item.severity, "data-finding": number },
      make("p", { class: "kind" }, make("b", {}, WORDS[item.severity][0]), " " + item.code + " " + item.name),
      make("h3", {}, words),
      item.hint ? make("p", { class: "hint" }, item.hint) : null,
      make("p", { class: "where" }, where),
      more,
    );
  }

  // From the list to the words, and from the words to the list.
  function lead(number) {
    const [first] = places[number] || [];
    if (!first) return;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    first.scrollIntoView({ block: "center", behavior: calm ? "instant" : "smooth" });
    point(number);
  }

  function point(number) {
    for (const each of document.querySelectorAll(".corpblog-chosen")) each.classList.remove("corpblog-chosen");
    for (const each of places[number] || []) each.classList.add("corpblog-chosen");
  }

  document.addEventListener("click", (event) => {
    const mark = open && event.target.closest && event.target.closest("mark." + marks.CLASS);
    if (!mark) return;
    const item = root.querySelector('li[data-finding="' + mark.dataset.finding + '"]');
    if (!item) return;
    const words = item.querySelector(".go");
    if (words.getAttribute("aria-expanded") === "false") words.click();
    item.scrollIntoView({ block: "nearest" });
    point(Number(mark.dataset.finding));
  });

  // ---- the parts of the margin

  const section = (title, ...inner) => make("section", {}, make("h2", {}, title), ...inner);
  const list = (items, name) => make("ul", { class: name }, ...items.map((each) => make("li", {}, each)));

  function findings() {
    const after = [];
    if (told.known) after.push(make("p", {}, many(told.known, "finding is", "findings are") + " known in the baseline."));
    if (told.accepted && told.accepted.length) {
      const accepted = told.accepted.map((each) => `${each.code}: ${each.message} (${each.by}: ${each.reason})`);
      after.push(make("h3", {}, "Accepted"), list(accepted, "plain"));
    }
    const items = make("ol", { class: "findings" }, ...told.findings.map(finding));
    return section(counted(told.findings), told.findings.length ? items : null, ...after);
  }

  function readers() {
    if (!told.byline) return null;
    const people = told.byline.map((each) => make("span", {}, make("b", {}, each.name), each.line ? ", " + each.line : ""));
    const ties = [...told.disclosures, ...told.statements];
    return section(
      "What readers see around it",
      list(people.length ? people : ["No author stands over this post."], "plain byline"),
      list(ties.length ? ties : ["No disclosure and no statement."], "plain ties"),
    );
  }

  function figures() {
    const rows = [];
    if (told.words) rows.push(["Reading time", many(told.minutes, "minute", "minutes") + ", " + many(told.words, "word", "words")]);
    const found = told.sentences;
    if (found && found.count) {
      rows.push(["Sentences", found.count], ["On average", found.mean + " words"]);
      rows.push(["Longest", many(found.longest, "word", "words")]);
      rows.push(["Over " + found.limit + " words", found.long + " (" + found.share + " %)"]);
    }
    if (!rows.length) return null;
    const pairs = rows.flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, String(value))]);
    return section("The text in figures", make("dl", {}, ...pairs));
  }

  function panel() {
    const close = make("button", { type: "button", class: "close", "aria-label": "Close the margin", title: "Close (Alt+M)" }, "×");
    close.onclick = toggle;
    const inner = told
      ? [told.state && told.state.text ? make("p", { class: "state" }, told.state.text) : null, findings(), figures(), readers()]
      : [make("p", { role: "status" }, "Reading the text …")];
    return make(
      "aside",
      { "aria-label": "Writer's margin", class: "margin", tabindex: "-1" },
      make("header", {}, make("h1", {}, "Margin"), close),
      ...inner,
    );
  }

  function button() {
    const opener = make("button", { type: "button", class: "opener", title: "Writer's margin (Alt+M)" }, "Margin");
    opener.onclick = toggle;
    return opener;
  }

  // ---- open and closed

  function markAll() {
    marks.clear();
    places = [];
    if (!open || !told) return;
    places = told.findings.map((item, number) => marks.show(item, number));
  }

  function draw() {
    const before = root.querySelector("aside");
    const scrolled = before ? before.scrollTop : Number(recall(sessionStorage)) || 0;
    root.replaceChildren(sheet("margin.css"), open ? panel() : button());
    document.documentElement.classList.toggle("corpblog-with-margin", open);
    const aside = root.querySelector("aside");
    if (aside) {
      aside.scrollTop = scrolled;
      aside.addEventListener("keydown", (event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        toggle();
      });
    }
    markAll();
  }

  function toggle() {
    open = !open;
    keep(localStorage, open ? "open" : "closed");
    draw();
    (root.querySelector("aside") || root.querySelector("button")).focus({ preventScroll: true });
    if (open) ask();
  }

  async function ask() {
    asked += 1;
    const mine = asked;
    const query = new URLSearchParams({ path: decodeURIComponent(location.pathname) });
    try {
      const answer = await fetch("/_corpblog/margin?" + query, { cache: "no-store" });
      if (!answer.ok || mine !== asked) return;
      const { version, ...fresh } = await answer.json();
      if (!fresh.findings || JSON.stringify(fresh) === JSON.stringify(told)) return;
      told = fresh;
      draw();
    } catch {
      // The server is gone or busy: the next news ask again.
    }
  }

  window.addEventListener("corpblog:notes", (event) => {
    if (!event.detail.margin) {
      marks.clear();
      document.documentElement.classList.remove("corpblog-with-margin");
      host.remove();
      return;
    }
    if (!host.isConnected) {
      document.head.append(sheet("margin-marks.css"));
      document.documentElement.append(host);
      draw();
    }
    if (open) ask();
  });
  window.addEventListener("keydown", (event) => {
    if (!host.isConnected || event.code !== "KeyM" || !event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    toggle();
  });
  window.addEventListener("pagehide", () => {
    const aside = root.querySelector("aside");
    if (aside) keep(sessionStorage, String(aside.scrollTop));
  });
})();
