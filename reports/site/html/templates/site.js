"use strict";
(() => {
  const by = (id) => document.getElementById(id);
  const table = by("pages");
  const body = table.tBodies[0];
  let data = null;
  const unpacked = async (text) => {
    const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    data = await new Response(stream).json();
  };
  const details = by("details");
  // of a large site they are deflated until a page is opened
  if (details.type === "application/json") data = JSON.parse(details.textContent);
  const classes = ["e", "w", "i"];
  const rows = () => [...body.rows].filter((row) => row.id);
  const isOpen = (row) => row.nextElementSibling?.className === "own";
  const button = (place) => {
    const made = document.createElement("button");
    made.type = "button";
    made.append(...place.childNodes);
    place.append(made);
    return made;
  };
  const said = (row, opened) => row.querySelector("button").setAttribute("aria-expanded", opened);
  const shut = (row) => {
    if (isOpen(row)) row.nextElementSibling.remove();
    said(row, false);
  };
  const open = (row) => {
    if (!data) {
      unpacked(details.textContent).then(() => isOpen(row) || open(row));
      return;
    }
    const own = document.createElement("tr");
    own.className = "own";
    const whole = own.insertCell();
    whole.colSpan = row.cells.length;
    const cell = whole.appendChild(document.createElement("div")); // as wide as the screen, not as the table
    const found = data.pages[row.id] || [];
    const issues = data.site[row.id] || [];
    if (issues.length) {
      const line = cell.appendChild(document.createElement("p"));
      line.append(table.dataset.site);
      issues.forEach((number, at) => {
        const link = document.createElement("a");
        link.href = "#r-" + data.issues[number][0];
        link.textContent = data.issues[number][1];
        line.append(at ? " · " : " ", link);
      });
    }
    if (!found.length && !issues.length) cell.append(table.dataset.clean);
    const list = document.createElement("ul");
    for (const [rule, severity, line, message] of found) {
      const item = document.createElement("li");
      item.className = classes[severity];
      const name = document.createElement("b");
      name.textContent = data.rules[rule];
      item.append(name, " ", line ? table.dataset.line + line + " " : "", data.messages[message]);
      list.append(item);
    }
    if (found.length) cell.append(list);
    row.after(own);
    said(row, true);
  };
  body.addEventListener("click", (event) => {
    const row = event.target.closest("tr[id]");
    if (row) (isOpen(row) ? shut : open)(row);
  });
  for (const row of rows()) {
    button(row.querySelector("b"));
    said(row, false);
  }
  const filter = () => {
    const text = by("text").value.toLowerCase();
    const only = by("only").value;
    for (const row of rows()) {
      const cells = row.cells;
      const fits =
        (!text || cells[0].textContent.toLowerCase().includes(text)) &&
        (!only ||
          (only === "errors" && cells[6].textContent !== "0") ||
          (only === "lost" && !cells[5].textContent) ||
          (only === "noindex" && cells[9].textContent === table.dataset.no));
      shut(row);
      row.hidden = !fits;
    }
  };
  by("filters").hidden = false;
  by("text").addEventListener("input", filter);
  by("only").addEventListener("change", filter);
  const value = (row, column) => {
    const text = row.cells[column].textContent.replace(/[\s\u00a0\u202f,]/g, "");
    const first = parseFloat(text); // why a score is capped stands behind it
    return column && !isNaN(first) ? first : text;
  };
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    let sign = 1;
    const sort = () => {
      sign = -sign;
      const sorted = rows().sort((a, b) => {
        const [x, y] = [value(a, column), value(b, column)];
        return sign * (typeof x === typeof y ? (x < y ? -1 : x > y ? 1 : 0) : typeof x === "number" ? -1 : 1);
      });
      for (const row of rows()) shut(row);
      body.append(...sorted);
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", sign < 0 ? "descending" : "ascending");
    };
    button(head).addEventListener("click", sort);
  });
  const show = () => {
    const target = by(location.hash.slice(1)); // our ids are plain letters
    if (target && target.tagName === "DETAILS") target.open = true;
    if (target && target.tagName === "TR") {
      target.hidden = false; // whatever the filters say
      if (!isOpen(target)) open(target);
      target.scrollIntoView();
    }
  };
  addEventListener("hashchange", show);
  show();
  const theme = by("theme");
  theme.hidden = false;
  theme.addEventListener("click", () => {
    const root = document.documentElement;
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme:dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  });
})();
