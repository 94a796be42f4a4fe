/** Sealed with the trip's password: AES-GCM under a key that PBKDF2 makes of it and that no script can read out. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

/** As OWASP advises for PBKDF2 with SHA-256; kept beside the salt, so that a trip opens with what it was sealed by. */
export const iterations = 600_000;

export function makeSalt(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(16));
}

/** In: the password as typed. Out: a key for sealing and opening, not for reading. */
export async function keyOf(password: string, salt: Uint8Array<ArrayBuffer>, rounds: number): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey("raw", new TextEncoder().encode(password.normalize("NFC")), "PBKDF2", false, ["deriveKey"]);
  return await crypto.subtle.deriveKey({ name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds }, material, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

/** `of` is bound to it: what was sealed as one thing opens as no other. */
export async function seal(key: CryptoKey, of: string, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: new TextEncoder().encode(of) }, key, new TextEncoder().encode(JSON.stringify(value)));
  return { iv, data };
}

/** Null: another password, or not what it is said to be. */
export async function unseal(key: CryptoKey, of: string, { iv, data }: Sealed): Promise<unknown> {
  try {
    const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData: new TextEncoder().encode(of) }, key, data);
    return JSON.parse(new TextDecoder().decode(plain)) as unknown;
  } catch {
    return null;
  }
}
