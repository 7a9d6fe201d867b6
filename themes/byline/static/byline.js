// What makes reading nicer. Every page is whole without it.
"use strict";

const texts = document.currentScript.dataset;
const root = document.documentElement;
const each = (selector, act) => document.querySelectorAll(selector).forEach(act);

// Dark or light: the choice is kept only while it differs from the system's.
const system = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);

each(".toggle", (button) => {
  const name = () => {
    const label = isDark() ? button.dataset.toLight : button.dataset.toDark;
    button.setAttribute("aria-label", label);
    button.title = label;
  };
  button.addEventListener("click", () => {
    const wanted = isDark() ? "light" : "dark";
    const same = (wanted === "dark") === system.matches;
    if (same) delete root.dataset.theme;
    else root.dataset.theme = wanted;
    try {
      if (same) localStorage.removeItem("theme");
      else localStorage.setItem("theme", wanted);
    } catch {
      // Storage is switched off: the choice lasts as long as the page.
    }
    name();
  });
  system.addEventListener("change", name);
  name();
  button.hidden = false;
});

// Every heading with an id can be linked to.
each(".text :is(h2, h3, h4)[id]", (heading) => {
  const link = document.createElement("a");
  link.className = "permalink";
  link.href = "#" + heading.id;
  link.textContent = "#";
  link.setAttribute("aria-label", texts.permalink + ": " + heading.textContent.trim());
  heading.append(link);
});

// The contents stand open in the margin of wide screens, and mark what is being read.
each(".contents", (contents) => {
  const wide = matchMedia("(min-width: 75rem)");
  const open = () => { contents.open = wide.matches; };
  wide.addEventListener("change", open);
  open();

  const links = [...contents.querySelectorAll("a")];
  const targets = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  let waiting = false;
  const mark = () => {
    waiting = false;
    let current = -1;
    targets.forEach((target, i) => {
      if (target && target.getBoundingClientRect().top < innerHeight * 0.2) current = i;
    });
    links.forEach((link, i) => {
      if (i === current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
  };
  addEventListener("scroll", () => {
    if (!waiting) requestAnimationFrame(mark);
    waiting = true;
  }, { passive: true });
  mark();
});

// Pass it on: the address alone, or whatever the browser itself offers.
each("[data-copy]", (button) => {
  if (!navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    const done = button.parentElement.querySelector("[role=status]");
    done.textContent = button.dataset.done;
    setTimeout(() => { done.textContent = ""; }, 4000);
  });
});

each("[data-share]", (button) => {
  if (!navigator.share) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    navigator.share({ title: button.dataset.title, url: button.dataset.share }).catch(() => {});
  });
});

// Another site's content is asked for only by a click.
each(".embed[data-embed]", (embed) => {
  const address = new URL(embed.dataset.embed, location.href);
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = texts.embedLoad.replace("%s", address.hostname);
  const why = document.createElement("p");
  why.className = "embed-why";
  why.textContent = texts.embedWhy;
  button.addEventListener("click", () => {
    const frame = document.createElement("iframe");
    frame.src = address.href;
    frame.title = embed.innerText.split("\n", 1)[0].trim();
    frame.allow = "fullscreen; picture-in-picture";
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    embed.prepend(frame);
    button.remove();
    why.remove();
    frame.focus();
  });
  embed.append(button, why);
});
