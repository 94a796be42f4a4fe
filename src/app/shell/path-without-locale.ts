/** The address as people see it: the folder of the language is ours. */
export function pathWithoutLocale(path: string): string {
  return path.replace(/^\/(?:ru|en)(?=\/|$)/, "") || "/";
}
