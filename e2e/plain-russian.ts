/** Latin words at home on a Russian page. */
const known = new Set([
  "qr", "csv", "xlsx", "excel", "pdf", "png", "jpg", "jpeg", "zip", "geojson", "json", "shp", "sms", "max", "vk", "wi", "fi", "english", "en",
  "tab", "enter", "esc", "ctrl", "shift", "alt", "cmd", "api", "openstreetmap", "demo", "example", "mit", "html", "word", "gmt", "rss",
]);

/**
 * In: the text of a page. Out: what gives away that a machine wrote it: identifiers, codes, keys of sentences, words of
 * another language. Addresses and what people typed as markup are not ours to translate.
 */
export function foreignWords(text: string): string[] {
  const marks = text.match(/\b[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\b|\[object \w+\]|\{\w+(?:, \w+)*\}/gi) ?? [];
  const rest = text
    .replace(/[\w-]+\.(?:json|html|zip|csv|xlsx|docx|ics)\b/g, " ")
    .replace(/<[^<>]{1,40}>[^<]*<\/[^>]+>/g, " ")
    .replace(/https?:\/\/\S+|\S+@\S+|\b[\w-]+(?:\.[\w-]+)+(?::\d+)?\/\S*|[?&]\w+=\S+/gi, " ");
  const words = (rest.match(/[A-Za-z][\w.]*[A-Za-z]/g) ?? []).filter((word) => !known.has(word.toLowerCase()) && !/^[IVXLC]+$/.test(word));
  return [...new Set([...marks, ...words])];
}

/** Runs in the browser. Out: everything that is read or spoken on the page, but for what is marked as another language or as code. */
export function textOfPage(): string {
  const apart = "script, style, template, noscript, code, pre, textarea, [translate=no], [lang]:not([lang^=ru])";
  const parts = [document.title];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (!node.parentElement?.closest(apart)) parts.push(node.textContent ?? "");
  for (const name of ["aria-label", "aria-description", "aria-roledescription", "placeholder", "title", "alt"]) {
    for (const element of document.body.querySelectorAll(`[${name}]`)) if (!element.closest(apart)) parts.push(element.getAttribute(name) ?? "");
  }
  return parts.join("\n");
}
