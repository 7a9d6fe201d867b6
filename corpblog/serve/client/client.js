// Keeps an open page up to date. Part of the preview only, never of a built site.
"use strict";
(() => {
  const own = document.currentScript;
  const told = own.dataset;
  const base = "/_corpblog/";
  const kept = "corpblog:" + location.pathname;
  let version = told.version;
  let sheets = told.sheets;
  let busy = false;
  let again = false;
  let leaving = false;

  // ---- what a reload must not lose: where one reads, what one typed, what one opened

  const fields = () => [...document.querySelectorAll("input, textarea, select")];
  const keyOf = (field, number) => field.id || field.name + ":" + number;

  function remember() {
    const values = {};
    fields().forEach((field, number) => {
      if (field.type === "password" || field.type === "file") return;
      values[keyOf(field, number)] = /^(checkbox|radio)$/.test(field.type)
        ? field.checked
        : field.multiple
          ? [...field.options].filter((option) => option.selected).map((option) => option.value)
          : field.value;
    });
    const active = document.activeElement;
    const number = fields().indexOf(active);
    const focus = number < 0 ? "" : keyOf(active, number);
    const opened = [...document.querySelectorAll("details")].map((each) => each.open);
    const state = { x: scrollX, y: scrollY, values, opened, focus };
    if (focus && "selectionStart" in active) state.caret = [active.selectionStart, active.selectionEnd];
    try {
      sessionStorage.setItem(kept, JSON.stringify(state));
    } catch {
      // Without storage the page comes back at its top, which is no reason to fail.
    }
  }

  function restore() {
    let state = null;
    try {
      state = JSON.parse(sessionStorage.getItem(kept));
      sessionStorage.removeItem(kept);
    } catch {
      return;
    }
    if (!state) return;
    fields().forEach((field, number) => {
      const value = state.values[keyOf(field, number)];
      if (value === undefined) return;
      if (typeof value === "boolean") field.checked = value;
      else if (Array.isArray(value)) {
        for (const option of field.options || []) option.selected = value.includes(option.value);
      } else if (field.value !== value) field.value = value;
      if (state.focus === keyOf(field, number)) {
        field.focus({ preventScroll: true });
        if (state.caret) try { field.setSelectionRange(...state.caret); } catch { /* no text field */ }
      }
    });
    document.querySelectorAll("details").forEach((each, number) => {
      if (number in state.opened) each.open = state.opened[number];
    });
    const back = () => scrollTo({ left: state.x, top: state.y, behavior: "instant" });
    back();
    // Pictures that come later move the text.
    if (document.readyState !== "complete") addEventListener("load", back, { once: true });
  }

  function reload() {
    if (leaving) return;
    leaving = true;
    remember();
    location.reload();
  }

  // ---- style sheets are exchanged without a reload

  function exchangeSheets() {
    for (const link of document.querySelectorAll('link[rel~="stylesheet"]')) {
      const url = new URL(link.href, location.href);
      if (url.origin !== location.origin) continue;
      url.searchParams.set("now", Date.now().toString(36));
      const fresh = link.cloneNode();
      fresh.href = url.href;
      // The old one stays until the new one is there, so that nothing flickers.
      fresh.onload = fresh.onerror = () => link.remove();
      link.after(fresh);
    }
  }

  // ---- what has become of this page?

  const ask = async (what) => {
    const query = new URLSearchParams({ path: decodeURIComponent(location.pathname) });
    const answer = await fetch(base + what + "?" + query, { cache: "no-store" });
    if (!answer.ok) throw new Error(answer.status);
    return answer.json();
  };

  async function look() {
    if (leaving) return;
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    try {
      const state = await ask("state");
      if (state.moved) {
        leaving = true;
        location.replace(state.moved + location.search + location.hash);
        return;
      }
      if (state.mark !== told.mark) return reload();
      if (state.sheets !== sheets) {
        sheets = state.sheets;
        exchangeSheets();
      }
      version = state.version;
      await notes();
    } catch {
      // The server is gone or busy: its next event brings the page up to date.
    } finally {
      busy = false;
      if (again) {
        again = false;
        look();
      }
    }
  }

  async function notes() {
    const found = await ask("notes");
    window.dispatchEvent(new CustomEvent("corpblog:notes", { detail: found }));
  }

  const hear = (news) => {
    if (news && news !== version) {
      version = news;
      look();
    }
  };

  // ---- where the news come from

  function listen() {
    if (typeof SharedWorker === "function" && typeof BroadcastChannel === "function") {
      const channel = new BroadcastChannel("corpblog");
      channel.onmessage = (event) => hear(event.data.version);
      const worker = new SharedWorker(base + "worker.js?v=" + told.client, "corpblog");
      worker.port.onmessage = (event) => hear(event.data.version);
      worker.onerror = () => {
        channel.close();
        direct();
      };
      worker.port.start();
      worker.port.postMessage("present");
      return;
    }
    direct();
  }

  // Without a shared worker only a tab that is seen keeps a connection.
  function direct() {
    let stream = null;
    const follow = () => {
      if (document.hidden && stream) {
        stream.close();
        stream = null;
      } else if (!document.hidden && !stream) {
        stream = new EventSource(base + "events");
        stream.onmessage = (event) => hear(event.data);
      }
    };
    document.addEventListener("visibilitychange", follow);
    follow();
  }

  // Faults and the writer's margin: they come after the page, and wait for it.
  function addOverlays() {
    const names = ["overlay.js", "margin-marks.js", "margin.js"];
    let missing = names.length;
    for (const name of names) {
      const script = document.createElement("script");
      script.src = base + name + "?v=" + told.client;
      script.async = false;
      script.onload = () => {
        missing -= 1;
        if (!missing) notes().catch(() => {});
      };
      document.body.append(script);
    }
  }

  // A page that comes back with the Back button may be old.
  addEventListener("pageshow", (event) => {
    if (event.persisted) {
      leaving = false;
      look();
    }
  });
  restore();
  listen();
  addOverlays();
})();
