// Opens the page «Без сети» where there is none: that page and what it is made of, nothing else. The page bears nobody's data,
// and no other page passes through here: the worker's scope is its address alone.
(function (worker) {
  var page = "/offline";
  var prefix = "offline-page-";
  var besides = ["/appearance.js", "/assisted.js", "/icon.svg"];
  // a network that is there and answers nothing is none
  var patienceMs = 4000;

  function isOurs(url) {
    return url.origin === worker.location.origin && (url.pathname.indexOf("/_next/static/") === 0 || besides.indexOf(url.pathname) >= 0);
  }

  async function nameOf(text) {
    var hash = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
    return prefix + Array.from(hash.slice(0, 8), function (byte) { return byte.toString(16).padStart(2, "0"); }).join("");
  }

  function filesIn(text) {
    return Array.from(text.matchAll(/static\/(?:chunks|css|media)\/[^"'\\\s)<>?]+/g), function (match) { return "/_next/" + match[0]; });
  }

  async function fetched(address) {
    var answer = await fetch(address);
    if (!answer.ok) throw new Error(address);
    return answer;
  }

  // a new edition gets a cache of its own; the one before goes once this one is whole, the page itself comes last
  async function keep(also) {
    var answer = await fetch(page, { cache: "no-store" });
    if (!answer.ok || answer.redirected) throw new Error(page);
    var text = await answer.clone().text();
    var name = await nameOf(text);
    var cache = await caches.open(name);
    var wanted = new Set(besides.concat(filesIn(text), also.map(function (address) { return new URL(address).pathname; })));
    for (var address of wanted) {
      if (!isOurs(new URL(address, worker.location.origin)) || (await cache.match(address))) continue;
      var file = await fetched(address);
      if (address.endsWith(".css")) {
        var styles = await file.clone().text();
        for (var match of styles.matchAll(/url\(["']?([^"')]+)/g)) if (match[1].indexOf("data:") !== 0) wanted.add(new URL(match[1], new URL(address, worker.location.origin)).pathname);
      }
      await cache.put(address, file);
    }
    await cache.put(page, answer);
    for (var other of await caches.keys()) if (other.indexOf(prefix) === 0 && other !== name) await caches.delete(other);
  }

  async function kept(address) {
    for (var name of await caches.keys()) {
      if (name.indexOf(prefix) !== 0) continue;
      var found = await (await caches.open(name)).match(address);
      if (found) return found;
    }
    return undefined;
  }

  async function open(request) {
    var limit = new AbortController();
    var timer = setTimeout(function () { limit.abort(); }, patienceMs);
    try {
      var answer = await fetch(request, { signal: limit.signal });
      if (answer.status < 500) return answer;
      return (await kept(page)) || answer;
    } catch (_) {
      return (await kept(page)) || Response.error();
    } finally {
      clearTimeout(timer);
    }
  }

  worker.addEventListener("install", function (event) {
    event.waitUntil(keep([]).then(function () { return worker.skipWaiting(); }));
  });
  worker.addEventListener("activate", function (event) {
    event.waitUntil(worker.clients.claim());
  });
  worker.addEventListener("message", function (event) {
    event.waitUntil(keep(event.data.files).then(function () { event.ports[0].postMessage(true); }, function () { event.ports[0].postMessage(false); }));
  });
  worker.addEventListener("fetch", function (event) {
    var url = new URL(event.request.url);
    if (event.request.method !== "GET" || url.origin !== worker.location.origin) return;
    if (event.request.mode === "navigate") {
      if (url.pathname === page) event.respondWith(open(event.request));
    } else if (isOurs(url)) {
      event.respondWith(kept(url.pathname).then(function (found) { return found || fetch(event.request); }));
    }
  });
})(self);
