/**
 * In: the name under which a form keeps what is being typed in this browser. Out: the one to use now: what is typed while a desk
 * works with somebody goes with that session (public/assisted.js), and what the helper had typed for themselves waits beside it.
 */
export function typedAt(name: string): string {
  return isWithSomebody() ? `assisted/${name}` : name;
}

/** Does a shared computer's desk work with somebody in this browser now? */
export function isWithSomebody(): boolean {
  return typeof document !== "undefined" && /(?:^|; )assisted=1/.test(document.cookie);
}
