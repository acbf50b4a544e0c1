"use strict";
(() => {
  const words = JSON.parse(document.getElementById("words").textContent);
  const one = (id) => document.getElementById(id);
  const area = one("text");
  const token = location.hash.slice(1);
  const PAUSE = 250;
  const MOST = 200;
  const LARGEST = 9500000;
  const MOVES = new Set(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "PageUp", "PageDown"]);
  const ENDINGS = { html: "html", htm: "html", xhtml: "html", txt: "text", text: "text" };

  let language = document.documentElement.lang;
  let findings = [];
  let current = -1;
  let report = null;
  let timer = 0;
  let asking = null;
  let version = 0;
  let known = -1;
  // the text as it was last opened or copied: what is newer would be lost with the page
  let safe = "";

  const say = (key, values = {}) =>
    words[language][key].replace(/\{(\w+)\}/g, (all, name) => (name in values ? String(values[name]) : all));
  const number = (value) => value.toLocaleString(language, { maximumFractionDigits: 1 });

  // -- the layer behind the text: an element a line, changed as the text is, so that what is marked moves along

  const layer = one("marks");
  let drawn = "";

  function lineOf(text) {
    const line = document.createElement("div");
    line.append(document.createTextNode(text));
    return line;
  }

  layer.append(lineOf(""));

  // where two texts begin to differ, and how much of their ends is alike
  function differing(before, after) {
    const most = Math.min(before.length, after.length);
    let first = 0;
    while (first < most && before[first] === after[first]) first += 1;
    let last = 0;
    while (last < most - first && before[before.length - 1 - last] === after[after.length - 1 - last]) last += 1;
    return [first, last];
  }

  function patch() {
    if (drawn === area.value) return;
    const before = drawn.split("\n");
    drawn = area.value;
    const after = drawn.split("\n");
    const [first, last] = differing(before, after);
    const kept = Math.min(before.length, after.length) - first - last;
    for (let at = first; at < first + kept; at += 1) {
      const node = layer.childNodes[at].firstChild;
      const [begin, end] = differing(node.data, after[at]);
      // so much only, that ranges around it stay
      node.replaceData(begin, node.length - begin - end, after[at].slice(begin, after[at].length - end));
    }
    const next = layer.childNodes[first + kept] || null;
    for (let left = before.length - after.length; left > 0; left -= 1) layer.childNodes[first + kept].remove();
    const added = document.createDocumentFragment();
    for (let at = first + kept; at < after.length - last; at += 1) added.append(lineOf(after[at]));
    layer.insertBefore(added, next && next.parentNode ? next : layer.childNodes[first + kept] || null);
  }

  // where each line of the layer begins, for as long as the text stays
  function lineStarts() {
    const starts = [0];
    for (let at = drawn.indexOf("\n"); at >= 0; at = drawn.indexOf("\n", at + 1)) starts.push(at + 1);
    return starts;
  }

  function spot(starts, offset) {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    const node = layer.childNodes[low].firstChild;
    return [node, Math.min(offset - starts[low], node.length)];
  }

  function offsetOf(node, at) {
    let number = 0;
    for (let line = node.parentNode; line.previousSibling; line = line.previousSibling) number += 1;
    return lineStarts()[number] + at;
  }

  const paints = typeof CSS !== "undefined" && "highlights" in CSS && typeof Highlight !== "undefined";

  function paint() {
    if (!paints) return;
    const ranges = { error: [], warning: [], info: [] };
    for (const item of findings) {
      ranges[item.severity].push(...item.ranges);
    }
    for (const name of Object.keys(ranges)) CSS.highlights.set(name, new Highlight(...ranges[name]));
    paintCurrent();
  }

  function paintCurrent() {
    if (!paints) return;
    const item = findings[current];
    const now = new Highlight(...(item ? item.ranges : []));
    now.priority = 1;
    CSS.highlights.set("now", now);
  }

  // offsets of reports count characters, those of the browser units of 16 bits
  function units(text) {
    if (!/[\ud800-\udbff]/.test(text)) return (offset) => offset;
    const places = [];
    for (let at = 0; at < text.length; at += 1) {
      places.push(at);
      const unit = text.charCodeAt(at);
      if (unit >= 0xd800 && unit < 0xdc00 && at + 1 < text.length) at += 1;
    }
    places.push(text.length);
    return (offset) => places[Math.min(offset, places.length - 1)];
  }

  // -- asking

  function asked(more = {}) {
    return { text: area.value, format: one("format").value, language, profile: one("profile").value, brief: brief(), ...more };
  }

  async function post(path, body, signal) {
    let answer;
    try {
      answer = await fetch(path, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-Seo-Audit-Token": token },
        body: JSON.stringify(body),
        signal,
      });
    } catch (error) {
      if (error.name !== "AbortError") trouble(say("no_server"));
      return null;
    }
    if (answer.status === 403) {
      trouble(say("no_token"));
      return null;
    }
    trouble("");
    const data = await answer.json().catch(() => null);
    if (data && data.error && answer.status >= 400) tell(data.error);
    return answer.ok ? data : null;
  }

  function trouble(text) {
    one("trouble").textContent = text;
    one("trouble").hidden = !text;
  }

  function tell(text) {
    one("said").textContent = text;
  }

  function later(pause = PAUSE) {
    clearTimeout(timer);
    timer = setTimeout(audit, pause);
  }

  async function audit() {
    if (asking) asking.abort();
    const mine = version;
    if (!area.value.trim()) {
      report = null;
      findings = [];
      known = mine;
      show(null);
      return;
    }
    asking = new AbortController();
    const found = await post("/see", asked(), asking.signal);
    // what was made for another text is shown no more
    if (!found || mine !== version) return;
    known = mine;
    report = JSON.parse(found.report).articles[0];
    show(found);
  }

  // -- showing

  function make(name, text, type) {
    const element = document.createElement(name);
    if (text) element.textContent = text;
    if (type) element.className = type;
    return element;
  }

  function rangeOf(starts, start, end) {
    if (end <= start || end > drawn.length) return null;
    const range = document.createRange();
    range.setStart(...spot(starts, start));
    range.setEnd(...spot(starts, end));
    return range;
  }

  function show(found) {
    const place = units(area.value);
    const starts = lineStarts();
    const kept = findings[current] ? findings[current].fingerprint : "";
    findings = [];
    for (const verdict of report ? report.verdicts : []) {
      for (const item of verdict.findings) {
        const finding = { ...item, rule: verdict.rule, ranges: [], range: null };
        if (item.offset !== null) {
          finding.start = place(item.offset);
          finding.end = place(item.end_offset);
          finding.ranges = [item, ...item.related].map((one) => rangeOf(starts, place(one.offset), place(one.end_offset))).filter(Boolean);
          finding.range = rangeOf(starts, finding.start, finding.end);
        }
        findings.push(finding);
      }
    }
    const rank = { error: 0, warning: 1, info: 2 };
    findings.sort((a, b) => (a.offset === null ? -1 : a.start) - (b.offset === null ? -1 : b.start) || rank[a.severity] - rank[b.severity]);
    current = kept ? findings.findIndex((item) => item.fingerprint === kept) : -1;
    showScore(found);
    showBrief();
    showFirst(found);
    showSearch(found);
    showFindings(found);
    paint();
    document.body.dataset.version = String(known);
  }

  function count(severity) {
    return findings.filter((item) => item.severity === severity).length;
  }

  function showScore(found) {
    const score = report ? report.score : null;
    one("number").textContent = score === null ? "–" : String(score);
    one("score").dataset.tone = found ? found.tone : "none";
    one("cap").textContent = found ? found.cap : "";
    one("score_text").textContent = score === null ? say("no_score") : " " + say("score_of", { score });
    const values = { errors: count("error"), warnings: count("warning"), infos: count("info"), score };
    values.words = report && report.measures ? number(report.measures.words) : "0";
    one("counts").textContent = report ? say("counts", values) : "";
    one("status").textContent = score === null ? "" : say("status", values) + (found && found.cap ? " " + found.cap : "");
    one("fix_all").disabled = !findings.some((item) => item.fix && item.fix.safe);
    if (report && report.error) tell(report.error);
  }

  function showFirst(found) {
    const first = found ? found.first : [];
    one("first_part").hidden = !first.length;
    one("first").replaceChildren(
      ...first.map((item) => {
        const line = make("li");
        const button = make("button", item.title, "go");
        button.type = "button";
        button.addEventListener("click", () => go(findings.findIndex((finding) => finding.rule === item.rule)));
        line.append(button);
        if (item.gain) line.append(make("span", item.gain, "gain"));
        return line;
      }),
    );
  }

  function showSearch(found) {
    const search = found ? found.search : null;
    one("search_part").hidden = !search;
    if (!search) return;
    one("serp_address").textContent = search.address;
    one("serp_title").textContent = search.title;
    one("serp_description").textContent = search.description;
    one("serp_widths").replaceChildren(...search.widths.map((line) => make("li", line)));
  }

  function showFindings(found) {
    const opened = new Set([...one("findings").querySelectorAll("details[open]")].map((why) => why.dataset.finding));
    one("nothing").hidden = findings.length > 0;
    one("nothing").textContent = area.value.trim() ? say("none") : say("empty");
    one("findings").replaceChildren(...findings.slice(0, MOST).map((item, at) => card(item, at, found.rules[item.rule])));
    for (const why of one("findings").querySelectorAll("details")) why.open = opened.has(why.dataset.finding);
    one("more").textContent = findings.length > MOST ? say("more", { count: findings.length - MOST }) : "";
  }

  function card(item, at, rule) {
    const line = make("li", "", "f " + item.severity);
    line.dataset.rule = item.rule;
    line.setAttribute("aria-current", String(at === current));
    const head = make("p");
    const where = item.line === null ? say("whole") : say("line", { line: item.line });
    head.append(make("span", say(item.severity), "tag"), " ", make("span", where, "soft small"));
    const button = make("button", item.message, "go");
    button.type = "button";
    button.addEventListener("click", () => go(at));
    line.append(head, button, make("p", item.advice));
    const acts = make("div", "", "acts");
    if (item.fix) {
      const fix = make("button", say(item.fix.safe ? "fix" : "suggest"), "fix");
      fix.type = "button";
      fix.setAttribute("aria-label", fix.textContent + (language === "fr" ? " : " : ": ") + item.message);
      fix.addEventListener("click", () => mend(item));
      acts.append(fix);
    }
    if (rule) {
      const why = make("details", "", "why");
      why.dataset.finding = item.fingerprint;
      why.append(make("summary", say("why")), make("p", rule.what), make("p", rule.why));
      const code = make("p", "", "soft small");
      code.append(make("code", item.rule), " · " + rule.evidence);
      why.append(code);
      acts.append(why);
    }
    line.append(acts);
    return line;
  }

  // -- going from finding to finding

  function place(item) {
    // as the text is now: ranges move with it
    const range = item.range;
    if (range && range.startContainer.nodeType === 3 && range.endContainer.nodeType === 3) {
      return [offsetOf(range.startContainer, range.startOffset), offsetOf(range.endContainer, range.endOffset)];
    }
    return item.offset === null ? [0, 0] : [item.start, item.end];
  }

  function mark(at) {
    const before = one("findings").children[current];
    if (before) before.setAttribute("aria-current", "false");
    current = at;
    const now = one("findings").children[at];
    if (now) {
      now.setAttribute("aria-current", "true");
      const side = now.closest(".side");
      if (side.scrollHeight > side.clientHeight) {
        const box = now.getBoundingClientRect();
        const around = side.getBoundingClientRect();
        if (box.top < around.top || box.bottom > around.bottom) side.scrollTop += box.top - around.top - 20;
      }
    }
    paintCurrent();
  }

  function go(at) {
    const item = findings[at];
    if (!item) return;
    mark(at);
    const [start, end] = place(item);
    area.focus();
    area.setSelectionRange(start, end);
    reveal(item);
    tellPlace(item);
  }

  function reveal(item) {
    const paper = one("paper");
    let top = 0;
    if (item.offset !== null) {
      const [node, at] = item.range ? [item.range.startContainer, item.range.startOffset] : spot(lineStarts(), item.start);
      const range = document.createRange();
      range.setStart(node, at);
      // a range without characters has no box in an empty line
      const box = node.parentNode && !node.data ? node.parentNode.getBoundingClientRect() : range.getBoundingClientRect();
      top = box.top - paper.getBoundingClientRect().top + paper.scrollTop;
    }
    if (top < paper.scrollTop + 20 || top > paper.scrollTop + paper.clientHeight - 60) paper.scrollTop = Math.max(0, top - paper.clientHeight / 3);
  }

  function tellPlace(item) {
    one("status").textContent = say(item.severity) + ". " + item.message + " " + item.advice;
  }

  function step(by) {
    if (!findings.length) return;
    const at = area.selectionStart;
    const placed = findings.map((item, number) => [item.offset === null ? 0 : item.start, number]);
    if (findings[current] && place(findings[current])[0] === at) {
      go((current + by + findings.length) % findings.length);
      return;
    }
    const next = by > 0 ? placed.find(([start]) => start > at) : placed.filter(([start]) => start < at).pop();
    go((next || placed[by > 0 ? 0 : placed.length - 1])[1]);
  }

  function underCaret() {
    const at = area.selectionStart;
    let best = -1;
    let length = Infinity;
    findings.forEach((item, number) => {
      if (item.offset === null) return;
      const [start, end] = [item.start, item.end];
      if (start <= at && at <= end && end - start < length) {
        best = number;
        length = end - start;
      }
    });
    return best;
  }

  // -- changing the text

  function write(start, end, text) {
    area.focus();
    area.setSelectionRange(start, end);
    // through the editing commands, so that Ctrl+Z takes it back
    const done = text ? document.execCommand("insertText", false, text) : start === end || document.execCommand("delete");
    if (!done) {
      area.setRangeText(text, start, end, "end");
      area.dispatchEvent(new Event("input"));
    }
  }

  async function mend(item) {
    const mine = version;
    const found = await post("/mend", asked({ rule: item.rule, fingerprint: item.fingerprint }));
    if (!found || mine !== version) return;
    if (!found.edits.length) {
      tell(say("not_fixed"));
      return;
    }
    const at = units(area.value);
    // from the end, so that the places before stay
    for (const edit of [...found.edits].reverse()) write(at(edit.offset), at(edit.end_offset), edit.text);
    tell(say("fixed", { count: found.edits.length }));
    later(0);
  }

  async function mendAll() {
    const mine = version;
    const found = await post("/fix", asked());
    if (!found || mine !== version) return;
    replaceAll(found.text);
    tell(say("fixed", { count: found.applied }));
    later(0);
  }

  function replaceAll(text) {
    const before = area.value;
    const [first, last] = differing(before, text);
    if (first < before.length || before.length !== text.length) write(first, before.length - last, text.slice(first, text.length - last));
  }

  function newer() {
    version += 1;
    document.body.dataset.wanted = String(version);
  }

  function changed() {
    newer();
    patch();
    later();
  }

  area.addEventListener("input", changed);
  area.addEventListener("paste", async (event) => {
    const html = event.clipboardData.getData("text/html");
    if (!html || one("format").value !== "markdown" || html.length > LARGEST) return;
    event.preventDefault();
    const [start, end] = [area.selectionStart, area.selectionEnd];
    const plain = event.clipboardData.getData("text/plain");
    const found = await post("/paste", { html });
    let text = found && found.text.trim() ? found.text : plain;
    if (!text) return;
    // a part of a line stays one
    if (!text.trim().includes("\n")) text = text.trim();
    write(start, end, text);
    if (found && found.text.trim()) tell(say("pasted"));
  });

  for (const kind of ["click", "keyup"]) {
    area.addEventListener(kind, (event) => {
      if (kind === "keyup" && !MOVES.has(event.key)) return;
      const at = underCaret();
      if (at !== current && known === version) mark(at);
    });
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "F8") {
      event.preventDefault();
      step(event.shiftKey ? -1 : 1);
    } else if (event.key === "Enter" && event.altKey) {
      const item = findings[current];
      if (item && item.fix) {
        event.preventDefault();
        mend(item);
      }
    }
  });

  for (const id of ["format", "profile"]) one(id).addEventListener("change", () => renew(0));

  function renew(pause) {
    newer();
    later(pause);
  }

  // -- what the article is to be: the keys of a brief, kept in the page only

  const LINES = ["secondary", "must_mention"];
  const COUNTS = ["minimum_words", "maximum_words", "minimum_subheadings"];
  const KEYS = ["keyphrase", ...LINES, "text_language", ...COUNTS, "source", "reference"];
  let sourceName = "";
  let pages = [];

  const field = (key) => one("brief_" + key);

  function brief() {
    const found = { keyphrase: field("keyphrase").value, language: field("text_language").value };
    for (const key of LINES) found[key] = field(key).value.split("\n");
    for (const key of COUNTS) {
      const value = parseInt(field(key).value, 10);
      found[key] = Number.isSafeInteger(value) ? value : null;
    }
    const text = field("source").value;
    found.source = text.trim() ? { text, name: sourceName } : null;
    found.reference = pages;
    return found;
  }

  function fill(key, value) {
    field(key).value = LINES.includes(key) ? (value || []).join("\n") : value === null || value === undefined ? "" : String(value);
  }

  function clearBrief() {
    for (const key of KEYS) if (key !== "reference") fill(key, LINES.includes(key) ? [] : "");
    sourceName = "";
    pages = [];
    one("asked_texts").textContent = "";
    showPages();
  }

  function showBrief() {
    const demands = report && report.brief ? report.brief.demands : [];
    const state = demands.length ? { met: demands.filter((item) => item.met).length, count: demands.filter((item) => item.met !== null).length } : null;
    one("brief_state").textContent = state && state.count ? say("brief_counts", state) : "";
    for (const key of KEYS) {
      const item = demands.find((demand) => demand.key === (key === "text_language" ? "language" : key));
      const shown = one("found_" + key);
      shown.textContent = item ? foundSaid(item) : "";
      shown.dataset.met = item ? String(item.met) : "";
    }
    const [least, most] = ["minimum_words", "maximum_words"].map((key) => parseInt(field(key).value, 10));
    if (most < least) {
      one("found_maximum_words").textContent = say("below_least");
      one("found_maximum_words").dataset.met = "false";
    }
  }

  function foundSaid(item) {
    if (item.key === "reference") return say("pages_read", { count: item.found });
    const said = say(item.met === null ? "not_judged" : item.met ? "met" : "not_met");
    const more = [];
    if (Array.isArray(item.asked) && !item.met) more.push(say("missing", { names: item.asked.filter((name) => !item.found.includes(name)).join(", ") }));
    if (typeof item.found === "number") more.push(say("here", { found: number(item.found) }));
    if (item.key === "source" && item.found) more.push(say("copied_share", { share: number(item.found.overlap_share * 100) }));
    return [said, ...more].join(" · ");
  }

  function showPages() {
    one("reference").replaceChildren(
      ...pages.map((item, at) => {
        const line = make("li");
        const button = make("button", "×");
        button.type = "button";
        button.setAttribute("aria-label", say("remove", { name: item.name }));
        button.addEventListener("click", () => {
          pages = pages.filter((_, other) => other !== at);
          showPages();
          (one("reference").querySelector("button") || one("add_pages")).focus();
          renew(0);
        });
        line.append(make("span", item.name), button);
        return line;
      }),
    );
  }

  for (const key of ["keyphrase", ...LINES, ...COUNTS]) field(key).addEventListener("input", () => renew(PAUSE));
  field("text_language").addEventListener("change", () => renew(0));
  // a text is compared when it is there, not at each of its letters
  field("source").addEventListener("change", () => renew(0));
  field("source").addEventListener("input", (event) => {
    // what is written or pasted in the place of a file is read as Markdown, and no longer called so
    if (!field("source").value.trim()) sourceName = "";
    if (event.inputType !== "insertText") renew(PAUSE);
  });

  picked("open_source", "source_file", async ([file]) => {
    field("source").value = await read(file);
    sourceName = file.name;
    renew(0);
  });
  picked("add_pages", "pages_file", async (files) => {
    const added = await Promise.all(files.map(async (file) => ({ name: file.name, text: await read(file) })));
    pages = [...pages.filter((item) => !added.some((other) => other.name === item.name)), ...added];
    showPages();
    renew(0);
  });
  picked("open_brief", "brief_file", async ([file]) => {
    const found = await post("/brief", { text: await read(file), name: file.name, language });
    if (!found) return;
    clearBrief();
    for (const [key, value] of Object.entries(found.fields)) fill(key === "language" ? "text_language" : key, value);
    const names = [found.source, ...found.reference].filter(Boolean);
    one("asked_texts").textContent = names.length ? say("asked_texts", { names: names.join(", ") }) : "";
    tell(say("brief_opened", { name: file.name }));
    renew(0);
  });
  one("save_brief").addEventListener("click", async () => {
    const found = await post("/brief/file", { brief: brief(), language });
    if (found) save(found.text, "brief.toml", "application/toml");
  });
  one("clear_brief").addEventListener("click", () => {
    clearBrief();
    renew(0);
  });

  // -- files, copies, the report

  // a button that opens files, and what is done with them
  function picked(button, input, use) {
    one(button).addEventListener("click", () => one(input).click());
    one(input).addEventListener("change", () => {
      const files = [...one(input).files];
      // the same file again is a change too
      one(input).value = "";
      if (files.some((file) => file.size > LARGEST)) tell(say("too_large"));
      else if (files.length) use(files);
    });
  }

  // as the tool reads files: UTF-8, or else what Windows wrote
  async function read(file) {
    const bytes = await file.arrayBuffer();
    const [first, second] = new Uint8Array(bytes);
    if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
    if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch {
      return new TextDecoder("windows-1252").decode(bytes);
    }
  }

  function save(text, name, type) {
    const link = make("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  picked("open", "file", ([file]) => load(file));
  one("paper").addEventListener("dragover", (event) => event.preventDefault());
  one("paper").addEventListener("drop", (event) => {
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    const [file] = event.dataTransfer.files;
    if (file.size > LARGEST) tell(say("too_large"));
    else load(file);
  });

  async function load(file) {
    const text = await read(file);
    const ending = file.name.split(".").pop().toLowerCase();
    one("format").value = ENDINGS[ending] || "markdown";
    area.value = text;
    safe = area.value;
    area.setSelectionRange(0, 0);
    changed();
    later(0);
    tell(say("opened", { name: file.name }));
  }

  one("copy").addEventListener("click", async () => {
    await navigator.clipboard.writeText(area.value);
    safe = area.value;
    tell(say("copied"));
  });
  one("copy_html").addEventListener("click", async () => {
    const text = area.value;
    const found = await post("/html", asked());
    if (!found) return;
    await navigator.clipboard.write([
      new ClipboardItem({
        "text/html": new Blob([found.html], { type: "text/html" }),
        "text/plain": new Blob([found.html], { type: "text/plain" }),
      }),
    ]);
    safe = text;
    tell(say("copied"));
  });
  one("download").addEventListener("click", async () => {
    const found = await post("/report", asked());
    if (found) save(found.html, "seo-audit.html", "text/html");
  });
  one("fix_all").addEventListener("click", mendAll);
  document.querySelector("[data-skip]").addEventListener("click", (event) => {
    // the address keeps its token
    event.preventDefault();
    area.focus();
  });

  one("language").addEventListener("change", () => {
    language = one("language").value;
    document.documentElement.lang = language;
    for (const element of document.querySelectorAll("[data-t]")) element.textContent = say(element.dataset.t);
    area.setAttribute("aria-label", say("article"));
    area.placeholder = say("placeholder");
    showPages();
    newer();
    later(0);
  });

  addEventListener("beforeunload", (event) => {
    if (area.value.trim() && area.value !== safe) event.preventDefault();
  });

  if (!token) trouble(say("no_token"));
  // what the browser kept of the text when the page was loaded again
  changed();
})();
