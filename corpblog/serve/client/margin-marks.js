// Finds the words of a finding on the page and marks them. Part of the preview only.
"use strict";
window.corpblogMarks = (() => {
  const CLASS = "corpblog-mark";
  const BLOCK = "corpblog-mark-block";
  // What converters make of plain signs, so that source and page read alike.
  const PLAIN = { "‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-" };

  const text = () => document.querySelector(".e-content") || document.querySelector("main") || document.body;

  // The innermost block that begins on the line or before it.
  function blockAt(line) {
    let found = null;
    for (const block of text().querySelectorAll("[data-line]")) {
      if (Number(block.dataset.line) <= line) found = block;
    }
    return found || text();
  }

  function homeOf(mark) {
    if (mark.where === "title") return document.querySelector("main h1, h1");
    if (mark.where === "summary") return document.querySelector(".p-summary");
    return mark.where === "body" ? blockAt(mark.line) : null;
  }

  // The words of a block as one string with single spaces, each sign with its place.
  function read(block) {
    const places = [];
    let words = "";
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.parentElement.closest("script, style")) continue;
      for (let at = 0; at < node.data.length; at += 1) {
        const sign = node.data[at];
        if (/\s/.test(sign)) {
          if (!words || words.endsWith(" ")) continue;
          words += " ";
        } else {
          words += PLAIN[sign] || sign;
        }
        places.push([node, at]);
      }
    }
    return { words, places };
  }

  const plain = (words) => words.replace(/[‘’“”„–—]/g, (sign) => PLAIN[sign]);

  function agreeing(one, other) {
    let count = 0;
    while (count < one.length && one[one.length - 1 - count] === other[other.length - 1 - count]) count += 1;
    return count;
  }

  // Where the words begin; of several places the one that has the same words before it.
  function startOf(found, mark) {
    const wanted = plain(mark.words);
    const before = plain(mark.before);
    let best = -1;
    let most = -1;
    for (let at = found.words.indexOf(wanted); wanted && at >= 0; at = found.words.indexOf(wanted, at + 1)) {
      const alike = agreeing(before, found.words.slice(0, at).trimEnd());
      if (alike > most) [best, most] = [at, alike];
    }
    return best;
  }

  // Stretches of text nodes between two places: one mark cannot reach over several elements.
  function stretches(places) {
    const found = [];
    for (const [node, at] of places) {
      const last = found[found.length - 1];
      if (last && last.node === node) last.end = at + 1;
      else found.push({ node, start: at, end: at + 1 });
    }
    return found;
  }

  function wrap({ node, start, end }, item, number) {
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, end);
    const mark = document.createElement("mark");
    mark.className = CLASS + " corpblog-" + item.severity;
    mark.dataset.finding = String(number);
    mark.title = item.message;
    range.surroundContents(mark);
    return mark;
  }

  // The elements that show the finding; a block where its words are not found, none in the head.
  function show(item, number) {
    const block = item.mark.where ? homeOf(item.mark) : null;
    if (!block) return [];
    const found = read(block);
    const start = startOf(found, item.mark);
    if (start < 0) {
      // A title that a template words anew is no block to frame.
      if (item.mark.where !== "body" || block === text()) return [];
      block.classList.add(BLOCK, "corpblog-" + item.severity);
      return [block];
    }
    const places = found.places.slice(start, start + item.mark.words.length);
    return stretches(places).map((stretch) => wrap(stretch, item, number));
  }

  function clear() {
    for (const mark of document.querySelectorAll("mark." + CLASS)) {
      const home = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      home.normalize();
    }
    for (const block of document.querySelectorAll("." + BLOCK)) {
      block.classList.remove(BLOCK, "corpblog-error", "corpblog-warning", "corpblog-info");
      if (!block.classList.length) block.removeAttribute("class");
    }
  }

  return { show, clear, CLASS };
})();
