(function () {
  "use strict";
  var root = document.documentElement;
  function all(selector, within) {
    return Array.prototype.slice.call((within || document).querySelectorAll(selector));
  }

  // theme
  var dark = window.matchMedia("(prefers-color-scheme: dark)");
  function theme() { return root.dataset.theme || (dark.matches ? "dark" : "light"); }
  function label() {
    all("[data-act=theme]").forEach(function (one) {
      one.textContent = theme() === "dark" ? one.dataset.light : one.dataset.dark;
    });
  }
  dark.addEventListener("change", label);
  label();

  // articles of a long report are packed until they are opened
  var shared = {}, copier = document.getElementById("copy");
  all("template[data-g]").forEach(function (one) { shared[one.dataset.g] = one; });
  var signs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;.=>?@^_`{|}~";
  function bytes(text) {
    var count = text.length, made = new Uint8Array(Math.ceil(count / 5) * 4), at = 0;
    for (var start = 0; start < count; start += 5) {
      var four = 0;
      for (var place = start; place < start + 5; place += 1) {
        four = four * 85 + (place < count ? signs.indexOf(text[place]) : 84);
      }
      for (var shift = 24; shift >= 0; shift -= 8) { made[at] = (four / Math.pow(2, shift)) & 255; at += 1; }
    }
    return made.subarray(0, at - (Math.ceil(count / 5) * 5 - count));
  }
  function fill(within) {
    all("[data-g]:empty:not(template)", within).forEach(function (one) {
      var own = shared[one.dataset.g];
      if (own) { one.appendChild(own.content.cloneNode(true)); }
    });
    all(".f", within).forEach(function (one) {
      if (one.querySelector(".copy")) { return; }
      var button = copier.content.firstChild.cloneNode(true), number = one.querySelector(".nb").textContent;
      button.setAttribute("aria-label", button.getAttribute("aria-label").replace("#", number));
      one.querySelector(".act").appendChild(button);
    });
    all(".js", within).forEach(function (one) { one.hidden = false; });
  }
  function unpack(one) {
    if (!one.unpacking) {
      var sample = document.getElementById("sample");
      one.unpacking = Promise.all(all("script.packed", one).map(function (packed) {
        var both = new Blob([bytes(sample.textContent), bytes(packed.textContent)]);
        var stream = both.stream().pipeThrough(new DecompressionStream("deflate-raw"));
        return new Response(stream).arrayBuffer().then(function (made) {
          var own = new Uint8Array(made, Number(sample.dataset.bytes));
          packed.insertAdjacentHTML("afterend", new TextDecoder().decode(own));
          packed.remove();
        });
      })).then(function () { fill(one); });
    }
    return one.unpacking;
  }
  fill(document);
  document.addEventListener("toggle", function (event) {
    if (event.target.open && event.target.matches(".one")) { unpack(event.target); }
  }, true);

  // printing: everything, or what a client needs
  var everything = document.getElementById("all");
  function printed() {
    root.classList.toggle("print-all", everything.checked);
    if (everything.checked) { all(".one.worst").forEach(unpack); }
  }
  everything.addEventListener("change", printed);
  printed();

  // going to a finding and back
  function clear() { all(".on").forEach(function (one) { one.classList.remove("on"); }); }
  function revealed(target) {
    for (var one = target; one; one = one.parentElement) {
      if (one.tagName === "DETAILS") { one.open = true; }
    }
  }
  function found(id) {
    var target = document.getElementById(id);
    revealed(target);
    clear();
    var audit = target.closest(".audit");
    var match = /([fp])(\d+)$/.exec(id);
    if (audit && match) {
      target.classList.add("on");
      all("mark[data-f~='" + match[2] + "']", audit).forEach(function (one) {
        one.classList.add("on");
      });
      var bar = match[1] === "p" && target.closest(".bar");
      if (bar && !target.closest("bdi")) { bar.classList.add("on"); }
    }
    if (target.tagName === "A" || target.tabIndex >= -1) { target.focus({ preventScroll: true }); }
    // a long way is jumped: nobody reads what flies by
    var far = Math.abs(target.getBoundingClientRect().top) > 3 * window.innerHeight;
    target.scrollIntoView({ block: match ? "center" : "start", behavior: far ? "instant" : "auto" });
  }
  function show(id) {
    if (!id) { return false; }
    var article = /^a[0-9a-f]{8}(-\d+-)?/.exec(id);
    var one = article && document.getElementById(article[0]);
    if (one && one.querySelector("script.packed")) {
      unpack(one).then(function () {
        found(document.getElementById(id) ? id : article[0]);
      });
      return true;
    }
    if (!document.getElementById(id)) { return false; }
    found(id);
    return true;
  }
  function go(id) {
    if (!show(id)) { return false; }
    if (location.hash !== "#" + id) { history.pushState(null, "", "#" + id); }
    return true;
  }
  document.addEventListener("click", function (event) {
    var link = event.target.closest("a[href^='#']");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      var id = link.getAttribute("href").slice(1);
      if (go(id + (link.dataset.to || "")) || go(id)) {
        event.preventDefault();
        return;
      }
    }
    var button = event.target.closest("button[data-act]");
    if (!button) { return; }
    if (button.dataset.act === "print") { window.print(); }
    if (button.dataset.act === "theme") {
      root.dataset.theme = theme() === "dark" ? "light" : "dark";
      label();
    }
    if (button.dataset.act === "copy") { copy(button); }
  });
  // going back to the overview, the browser goes to the row that was left by itself
  window.addEventListener("popstate", function () { show(location.hash.slice(1)); });
  if (location.hash) { show(location.hash.slice(1)); }

  // copying a finding as text
  function text(within, selector) {
    var one = within && within.querySelector(selector);
    return one ? one.textContent.replace(/\s+/g, " ").trim() : "";
  }
  function copy(button) {
    var finding = button.closest(".f"), card = button.closest(".card");
    var path = text(button.closest(".audit"), ".meta .path");
    var quote = text(finding, ".q"), advice = finding.parentElement.nextElementSibling;
    var lines = [
      text(card, ".sev") + " : " + text(card, "h4") + " (" + text(card, ".why code") + ")",
      path + ", " + text(finding, ".act .soft"),
      text(finding, ".m"),
      quote && "« " + quote + " »",
      text(advice, "bdi")
    ].filter(Boolean).join("\n");
    function done() {
      var before = button.textContent;
      button.textContent = button.dataset.done;
      setTimeout(function () { button.textContent = before; }, 1500);
    }
    function byHand() {
      var area = document.createElement("textarea");
      area.value = lines;
      area.className = "vh";
      document.body.appendChild(area);
      area.select();
      document.execCommand("copy");
      area.remove();
      button.focus();
      done();
    }
    if (navigator.clipboard) { navigator.clipboard.writeText(lines).then(done, byHand); }
    else { byHand(); }
  }

  // filters of one article
  function filter(audit) {
    var box = audit.querySelector(".side .filters") || audit.querySelector(".filters");
    if (!box) { return; }
    var category = box.querySelector("select"), off = {}, count = 0, hidden = {};
    all("input[data-filter]", box).forEach(function (one) {
      off[one.dataset.filter] = !one.checked;
    });
    all(".card", audit).forEach(function (card) {
      var other = category && category.value && card.dataset.c !== category.value, left = 0;
      all(".f", card).forEach(function (one) {
        var gone = other || ["e", "w", "i"].some(function (letter) {
          return off[letter] && one.classList.contains(letter);
        });
        one.hidden = gone;
        if (gone) { hidden[/f(\d+)$/.exec(one.id)[1]] = true; } else { left += 1; }
      });
      all(".fs", card).forEach(function (list) {
        list.hidden = !list.querySelector(".f:not([hidden])");
        list.nextElementSibling.hidden = list.hidden;
      });
      card.hidden = !left;
      count += left;
    });
    all(".paper .ref", audit).forEach(function (one) {
      one.hidden = Boolean(hidden[one.textContent.trim()]);
    });
    all("mark[data-f]", audit).forEach(function (one) {
      one.classList.toggle("off", one.dataset.f.split(" ").every(function (number) {
        return hidden[number];
      }));
    });
    all(".bar.b", audit).forEach(function (one) {
      one.classList.toggle("off", all(".ref", one).every(function (ref) { return ref.hidden; }));
    });
    box.querySelector("output").textContent = count;
  }
  document.addEventListener("change", function (event) {
    if (event.target.matches("[data-filter]")) { filter(event.target.closest(".audit")); }
  });

  // the table of articles, and the list below it
  var table = document.getElementById("table");
  if (!table) { return; }
  var body = table.tBodies[0], rows = all("tr", body), list = document.getElementById("list");
  var query = document.getElementById("q"), gate = document.getElementById("g");
  var sorting = document.getElementById("s");
  // shown as cards on a narrow screen, it is a table still
  table.setAttribute("role", "table");
  [["thead, tbody", "rowgroup"], ["tr", "row"], ["th", "columnheader"], ["td", "cell"]].forEach(function (one) {
    all(one[0], table).forEach(function (element) { element.setAttribute("role", one[1]); });
  });
  function linked(row) { return row.querySelector("a"); }
  rows.forEach(function (row) {
    row.article = document.getElementById(linked(row).getAttribute("href").slice(1));
  });
  function choose() {
    var wanted = query.value.trim().toLowerCase(), count = 0;
    rows.forEach(function (row) {
      row.hidden = Boolean(wanted && row.textContent.toLowerCase().indexOf(wanted) < 0) ||
        Boolean(gate.value && row.dataset.gate !== gate.value);
      row.article.hidden = row.hidden;
      if (!row.hidden) { count += 1; }
    });
    document.getElementById("shown").textContent = count;
  }
  query.addEventListener("input", choose);
  gate.addEventListener("change", choose);
  var heads = all("thead th", table);
  function sort(how) {
    var down = how[0] === "-", column = how === "n" ? -1 : Math.abs(Number(how));
    heads.forEach(function (head, number) {
      if (number === column) { head.setAttribute("aria-sort", down ? "descending" : "ascending"); }
      else { head.removeAttribute("aria-sort"); }
    });
    function value(row) {
      if (column < 0) { return Number(row.dataset.n); }
      var cell = row.cells[column];
      return cell.dataset.v === undefined ? cell.textContent.trim() : Number(cell.dataset.v);
    }
    rows.sort(function (a, b) {
      var x = value(a), y = value(b);
      var order = typeof x === "number" ? x - y : x.localeCompare(y, root.lang);
      return (down ? -order : order) || a.dataset.n - b.dataset.n;
    }).forEach(function (row) {
      body.appendChild(row);
      list.appendChild(row.article);
    });
    if (all("option", sorting).some(function (one) { return one.value === how; })) {
      sorting.value = how;
    } else { sorting.selectedIndex = -1; }
  }
  sorting.addEventListener("change", function () { sort(sorting.value); });
  heads.forEach(function (head, column) {
    var button = document.createElement("button");
    button.type = "button";
    while (head.firstChild) { button.appendChild(head.firstChild); }
    head.appendChild(button);
    button.addEventListener("click", function () {
      sort((head.getAttribute("aria-sort") === "ascending" ? "-" : "") + column);
    });
  });
  sort("n");
  choose();

  // keyboard: up and down the rows, Escape from an article to its row
  document.addEventListener("keydown", function (event) {
    var row = event.target.closest("#table tbody tr"), open = event.target.closest(".one");
    if (row && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      var seen = rows.filter(function (one) { return !one.hidden; });
      var next = seen[seen.indexOf(row) + (event.key === "ArrowDown" ? 1 : -1)];
      if (next) {
        event.preventDefault();
        linked(next).focus();
      }
    }
    if (open && event.key === "Escape") {
      var own = rows.filter(function (one) { return one.article === open; })[0];
      open.open = false;
      if (own && !own.hidden) {
        history.pushState(null, "", "#overview");
        linked(own).focus();
        own.scrollIntoView({ block: "center", behavior: "instant" });
      }
    }
  });
})();
