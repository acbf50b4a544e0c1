(function () {
  "use strict";
  var root = document.documentElement;
  function all(selector, within) {
    return Array.prototype.slice.call((within || document).querySelectorAll(selector));
  }
  all(".js").forEach(function (one) { one.hidden = false; });

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

  // printing opens what is folded
  var folded = [];
  window.addEventListener("beforeprint", function () {
    folded = all("details:not([open]):not(.furniture)");
    folded.forEach(function (one) { one.open = true; });
  });
  window.addEventListener("afterprint", function () {
    folded.forEach(function (one) { one.open = false; });
  });

  // going to a finding and back
  function clear() { all(".on").forEach(function (one) { one.classList.remove("on"); }); }
  function reveal(target) {
    for (var one = target; one; one = one.parentElement) {
      if (one.tagName === "DETAILS") { one.open = true; }
    }
  }
  function show(id) {
    var target = id && document.getElementById(id);
    if (!target) { return false; }
    reveal(target);
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
    target.scrollIntoView({ block: match ? "center" : "start" });
    return true;
  }
  document.addEventListener("click", function (event) {
    var link = event.target.closest("a[href^='#']");
    if (link && show(link.getAttribute("href").slice(1))) {
      event.preventDefault();
      history.replaceState(null, "", link.getAttribute("href"));
      return;
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
  window.addEventListener("hashchange", function () { show(location.hash.slice(1)); });
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

  // the table of articles
  var table = document.getElementById("table");
  if (!table) { return; }
  var body = table.tBodies[0], rows = all("tr", body);
  var query = document.getElementById("q"), gate = document.getElementById("g");
  function choose() {
    var wanted = query.value.trim().toLowerCase(), count = 0;
    rows.forEach(function (row) {
      row.hidden = Boolean(wanted && row.textContent.toLowerCase().indexOf(wanted) < 0) ||
        Boolean(gate.value && row.dataset.gate !== gate.value);
      if (!row.hidden) { count += 1; }
    });
    document.getElementById("shown").textContent = count;
  }
  query.addEventListener("input", choose);
  gate.addEventListener("change", choose);
  all("thead th", table).forEach(function (head, column) {
    var button = document.createElement("button");
    button.type = "button";
    while (head.firstChild) { button.appendChild(head.firstChild); }
    head.appendChild(button);
    button.addEventListener("click", function () {
      var up = head.getAttribute("aria-sort") !== "ascending";
      all("th[aria-sort]", table).forEach(function (one) { one.removeAttribute("aria-sort"); });
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      function value(row) {
        var cell = row.cells[column];
        return cell.dataset.v === undefined ? cell.textContent.trim() : Number(cell.dataset.v);
      }
      rows.slice().sort(function (a, b) {
        var x = value(a), y = value(b);
        var order = typeof x === "number" ? x - y : x.localeCompare(y, root.lang);
        return up ? order : -order;
      }).forEach(function (row) { body.appendChild(row); });
    });
  });
})();
