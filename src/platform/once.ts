/**
 * One value in the process, however many bundles ask for it. Our server and Next each carry a copy of every module
 * (STACK.md): the Prisma client, the pool, limiters and registries live behind a global symbol instead of in a module.
 */
export function once<T>(key: string, make: () => T): T {
  const slots = globalThis as unknown as Record<symbol, { value: T } | undefined>;
  return (slots[symbolOf(key)] ??= { value: make() }).value;
}

/** Puts another value into the place of the key, for everybody who asks from now on. */
export function replaceOnce<T>(key: string, value: T): T {
  (globalThis as unknown as Record<symbol, { value: T }>)[symbolOf(key)] = { value };
  return value;
}

function symbolOf(key: string): symbol {
  return Symbol.for(`municipal-dialogue/${key}`);
}
