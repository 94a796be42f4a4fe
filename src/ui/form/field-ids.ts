/** Ids of a field's hint and error, and the aria-describedby that names them in the order they stand. */
export function fieldIds(id: string, has: { hint?: unknown; error?: unknown }, also?: string) {
  const hint = has.hint ? `${id}-hint` : undefined;
  const error = has.error ? `${id}-error` : undefined;
  return { hint, error, describedBy: [hint, error, also].filter(Boolean).join(' ') || undefined };
}
