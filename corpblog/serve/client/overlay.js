// Shows what is wrong over the page, in the words of the terminal. Part of the preview only.
"use strict";
(() => {
  const host = document.createElement("corpblog-faults");
  const root = host.attachShadow({ mode: "open" });
  let shown = "";
  let closed = "";

  const make = (name, words = {}, ...inner) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(words)) element.setAttribute(key, value);
    element.append(...inner);
    return element;
  };

  const sheet = () =>
    make("link", { rel: "stylesheet", href: "/_corpblog/overlay.css?v=" + Date.now().toString(36) });

  // The text is the one of the terminal; only its first place becomes a link into the editor.
  function fault(item) {
    const place = make("span", { class: "place" }, item.place);
    const head = item.editor ? make("a", { href: item.editor, class: "editor" }, place) : place;
    const rest = item.text.startsWith(item.place) ? item.text.slice(item.place.length) : item.text;
    const text = make("pre", {}, head, rest);
    const block = make("li", { class: "fault " + item.severity }, text);
    for (const other of item.related) {
      if (!other.editor) continue;
      block.append(make("a", { href: other.editor, class: "editor more" }, "open " + other.place));
    }
    return block;
  }

  const list = (items) => make("ol", {}, ...items.map(fault));

  function panel(found) {
    const open = found.open.length ? found.open : found.others;
    const rest = found.open.length ? found.others : [];
    const words = found.stale
      ? "You see this page as it was last right."
      : found.open.length
        ? "This page can be shown, but not published like this."
        : "These do not concern this page.";
    const close = make("button", { type: "button", class: "close", title: "Close (Esc)" }, "×");
    close.onclick = () => shut(found);
    const box = make(
      "section",
      { role: "alertdialog", "aria-label": "Faults", class: "panel", tabindex: "-1" },
      make("header", {}, make("h1", {}, count(open)), make("p", {}, words), close),
      list(open),
    );
    if (rest.length) {
      box.append(make("details", {}, make("summary", {}, count(rest) + " elsewhere"), list(rest)));
    }
    return box;
  }

  function badge(found) {
    const all = [...found.open, ...found.others];
    const worst = all.some((item) => item.severity === "error") ? "error" : "warning";
    const button = make("button", { type: "button", class: "badge " + worst }, count(all));
    button.onclick = () => {
      closed = "";
      draw(found, true);
    };
    return button;
  }

  function count(items) {
    const kinds = [["error", "errors"], ["warning", "warnings"], ["info", "notes"]];
    const parts = [];
    for (const [kind, many] of kinds) {
      const number = items.filter((item) => item.severity === kind).length;
      if (number) parts.push(number + " " + (number === 1 ? (kind === "info" ? "note" : kind) : many));
    }
    return parts.join(", ");
  }

  function shut(found) {
    closed = key(found);
    draw(found, false);
  }

  const key = (found) => JSON.stringify([found.open, found.others, found.stale]);

  function draw(found, open) {
    root.replaceChildren(sheet(), open ? panel(found) : badge(found));
    if (!host.isConnected) document.documentElement.append(host);
  }

  window.addEventListener("corpblog:notes", (event) => {
    const found = event.detail;
    const fresh = key(found);
    if (fresh === shown) return;
    shown = fresh;
    if (!found.open.length && !found.others.length) {
      host.remove();
      return;
    }
    const severe = found.stale || found.open.some((item) => item.severity === "error");
    draw(found, severe && fresh !== closed);
  });
  window.addEventListener("keydown", (event) => {
    const close = event.key === "Escape" && root.querySelector(".close");
    if (close) close.click();
  });
})();
