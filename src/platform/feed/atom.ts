export interface FeedEntry {
  /** the same for the same thing */
  readonly url: string;
  readonly title: string;
  readonly text: string;
  readonly at: Date;
}

export interface Feed {
  readonly title: string;
  /** its own address, and that of the page with the same */
  readonly self: string;
  readonly page: string;
  readonly language: string;
  readonly entries: readonly FeedEntry[];
}

export const atomType = "application/atom+xml; charset=utf-8";

/** RFC 4287. In: text as people typed it. An empty feed is as old as it can be. */
export function writeAtom({ title, self, page, language, entries }: Feed): string {
  const updated = entries.reduce((latest, { at }) => (at > latest ? at : latest), new Date(0));
  const lines = entries.map(({ url, title: name, text, at }) =>
    `<entry><id>${escaped(url)}</id><title>${escaped(name)}</title><link href="${escaped(url)}"/><updated>${at.toISOString()}</updated><published>${at.toISOString()}</published><summary>${escaped(text)}</summary></entry>`);
  return [
    `<?xml version="1.0" encoding="utf-8"?>`,
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}"><id>${escaped(self)}</id><title>${escaped(title)}</title><updated>${updated.toISOString()}</updated>`,
    `<link rel="self" href="${escaped(self)}"/><link href="${escaped(page)}"/><author><name>${escaped(title)}</name></author>`,
    ...lines,
    "</feed>\n",
  ].join("\n");
}

const names: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

/** Signs that XML doesn't take at all are left out. */
function escaped(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "").replace(/[&<>"']/g, (sign) => names[sign] ?? sign);
}
