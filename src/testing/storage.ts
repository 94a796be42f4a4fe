/** A browser's store for tests without a browser; its entries are its own properties, as there. */
export function storageOf(): Storage {
  const methods = {
    getItem(this: Record<string, string>, key: string) { return this[key] ?? null; },
    setItem(this: Record<string, string>, key: string, value: string) { this[key] = value; },
    removeItem(this: Record<string, string>, key: string) { Reflect.deleteProperty(this, key); },
  };
  return Object.create(methods) as Storage;
}
