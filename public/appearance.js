// Runs before the page is painted: the chosen look, and whether somebody is signed in (a mark without content, no right).
(function (root) {
  try {
    var look = JSON.parse(localStorage.getItem("appearance") || "{}");
    if (look.theme) root.dataset.theme = look.theme;
    if (look.type) root.dataset.type = look.type;
  } catch (_) {
    // storage is closed: the system's look stands
  }
  if (/(?:^|; )signed-in=1/.test(document.cookie)) root.dataset.signedIn = "";
})(document.documentElement);
