// While a desk works with somebody: says so on every page, ends by itself, and leaves nothing of them in this browser.
(function () {
  var mark = /(?:^|; )assisted=1/;
  var drafts = "initiative-draft:";
  var wasOn = mark.test(document.cookie);
  var idle = 0;
  var lastTouch = Date.now();

  function sweep() {
    try {
      Object.keys(sessionStorage).forEach(function (key) {
        if (key.indexOf(drafts) === 0) sessionStorage.removeItem(key);
      });
    } catch (_) {
      // storage is closed: then nothing is in it
    }
  }

  function call(name, isChange) {
    return fetch("/api/trpc/people.assisted." + name, isChange ? { method: "POST", headers: { "content-type": "application/json" }, body: "{}", keepalive: true } : { cache: "no-store" })
      .then(function (answer) { return answer.json(); })
      .then(function (said) { return said.result ? said.result.data.json : null; });
  }

  function leave() {
    sweep();
    window.location.replace("/assisted");
  }

  function close() {
    call("end", true).then(leave, leave);
  }

  // what was typed last is saved first, as long as that may take; then the session ends, and the page with it
  function end() {
    var saving = [];
    window.dispatchEvent(new CustomEvent("assisted-end", { detail: saving }));
    var limit = new Promise(function (resolve) { setTimeout(resolve, 5000); });
    Promise.race([Promise.all(saving), limit]).then(close, close);
  }

  function wait(seconds) {
    clearTimeout(idle);
    idle = setTimeout(function () {
      if (mark.test(document.cookie)) end();
      else leave();
    }, seconds * 1000);
  }

  function touch() {
    if (Date.now() - lastTouch < 20000) return;
    lastTouch = Date.now();
    call("touch", true).then(function (standing) {
      if (standing) wait(standing.secondsLeft);
      else leave();
    }, function () {});
  }

  function show(standing) {
    if (!standing) return close();
    var band = document.createElement("section");
    band.className = "assisted-band";
    band.setAttribute("aria-label", standing.region);
    var text = document.createElement("span");
    text.textContent = standing.text;
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = standing.end;
    button.addEventListener("click", end);
    band.append(text, button);
    document.body.append(band);
    wait(standing.secondsLeft);
    ["keydown", "pointerdown", "input"].forEach(function (kind) { window.addEventListener(kind, touch, { passive: true }); });
  }

  if (!wasOn) sweep();
  else window.addEventListener("load", function () { call("current", false).then(show, function () {}); });

  // another tab has ended it, or the page comes back from the browser's memory
  function check() {
    if (wasOn && !mark.test(document.cookie)) leave();
  }
  window.addEventListener("pageshow", function (event) { if (event.persisted) check(); });
  document.addEventListener("visibilitychange", check);
})();
