// While a desk works with somebody: says so on every page, ends by itself, and leaves nothing of them in this browser.
(function () {
  var mark = /(?:^|; )assisted=1/;
  // what is typed meanwhile is kept under this (src/ui/form/typed-with.ts)
  var typed = "assisted/";
  // asked this long before the end, so that what was typed last can still be saved
  var margin = 10;
  var wasOn = mark.test(document.cookie);
  var idle = 0;
  var lastTouch = Date.now();

  function sweep() {
    ["sessionStorage", "localStorage"].forEach(function (name) {
      try {
        var store = window[name];
        Object.keys(store).forEach(function (key) {
          if (key.indexOf(typed) === 0) store.removeItem(key);
        });
      } catch (_) {
        // storage is closed: then nothing is in it
      }
    });
  }

  function call(name, isChange) {
    return fetch("/api/trpc/people.assisted." + name, isChange ? { method: "POST", headers: { "content-type": "application/json" }, body: "{}", keepalive: true } : { cache: "no-store" })
      .then(function (answer) {
        if (!answer.ok) throw new Error(String(answer.status));
        return answer.json();
      })
      .then(function (said) { return said.result.data.json; });
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

  // a page that can't learn with whom it works closes
  function ask(then) {
    var tries = 4;
    function once() {
      call("current", false).then(then, function () {
        tries -= 1;
        if (tries === 0) close();
        else setTimeout(once, 2000);
      });
    }
    once();
  }

  // another tab may have worked since: the session knows
  function wait(seconds) {
    clearTimeout(idle);
    idle = setTimeout(function () {
      if (!mark.test(document.cookie)) return leave();
      ask(function (standing) {
        if (standing && standing.secondsLeft > margin) wait(standing.secondsLeft);
        else end();
      });
    }, Math.max(0, seconds - margin) * 1000);
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
  else window.addEventListener("load", function () { ask(show); });

  // another tab has ended it, or the page comes back from the browser's memory
  function check() {
    if (wasOn && !mark.test(document.cookie)) leave();
  }
  window.addEventListener("pageshow", function (event) { if (event.persisted) check(); });
  document.addEventListener("visibilitychange", check);
})();
