/** What a template may say of each initiative, in either language of those who write it. */
const places = { number: ["{номер}", "{number}"], title: ["{название}", "{title}"] } as const;

/** A template as the author of one initiative will read it. */
export function fillTemplate(template: string, of: { readonly number: string; readonly title: string }): string {
  let text = template;
  // a title that itself reads «{номер}» stays as its author wrote it: the number is put in first
  for (const name of ["number", "title"] as const) for (const place of places[name]) text = text.replaceAll(place, () => of[name]);
  return text;
}
