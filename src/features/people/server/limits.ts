import { defineLimit } from "@/platform/limits";
import { AppError } from "@/shared/errors/app-error";
import { sha256 } from "@/shared/ids/hash";

const minute = 60;

/**
 * Keys are hashes of client addresses, of e-mail addresses and of phone numbers. A school registers behind one address,
 * hence the wide limits there; a mailbox gets few letters (takeLetter). `password` is asked by whoever is signed in already.
 */
const limits = {
  registration: defineLimit("registration", { points: 120, seconds: 60 * minute }),
  /** of one kind, to one mailbox, asked for from one address: a stranger doesn't use up the owner's */
  letter: defineLimit("letter", { points: 5, seconds: 60 * minute }),
  /** of one kind, to one mailbox, whoever asks */
  mailbox: defineLimit("mailbox", { points: 20, seconds: 60 * minute }),
  slip: defineLimit("slip", { points: 10, seconds: 15 * minute, blockSeconds: 15 * minute }),
  token: defineLimit("token", { points: 300, seconds: 15 * minute }),
  /** of a number from one address: whoever names somebody else's number shuts nobody out */
  phone: defineLimit("phone", { points: 5, seconds: 60 * minute }),
  smsCode: defineLimit("sms-code", { points: 6, seconds: 10 * minute, blockSeconds: 10 * minute }),
  /** messages to a number, whoever asks for them: a coordinator can still confirm */
  sms: defineLimit("sms", { points: 10, seconds: 60 * minute }),
  /** numbers that one desk looks up: nobody tries out who has registered */
  deskSearch: defineLimit("desk-search", { points: 60, seconds: 60 * minute }),
  deskMiss: defineLimit("desk-miss", { points: 15, seconds: 15 * minute }),
  takeOut: defineLimit("take-out", { points: 10, seconds: 60 * minute }),
  erasure: defineLimit("erasure", { points: 6, seconds: 15 * minute }),
  firstRun: defineLimit("first-run", { points: 6, seconds: 15 * minute, blockSeconds: 15 * minute }),
  password: defineLimit("password", { points: 10, seconds: 15 * minute }),
  /** of a million codes three are right at a time */
  secondFactor: defineLimit("second-factor", { points: 10, seconds: 60 * minute }),
};
export type Limited = keyof typeof limits;

/** Out: seconds to wait, or null: it may go on. */
export async function takePoint(limit: Limited, key: string): Promise<number | null> {
  return await limits[limit].take(key);
}

/** Throws request.tooMany. */
export async function spend(limit: Limited, key: string): Promise<void> {
  const seconds = await takePoint(limit, key);
  if (seconds !== null) throw AppError.tooMany(seconds);
}

/** What was right costs nothing. */
export async function giveBack(limit: Limited, key: string): Promise<void> {
  await limits[limit].giveBack(key);
}

/** Out: may one more letter of this kind go there? The same is counted for an address that nobody has. Never asked inside a transaction. */
export async function takeLetter(kind: "registration" | "reset" | "newAddress", email: string, addressHash: string): Promise<boolean> {
  return (await takePoint("letter", sha256(`${kind} ${email} ${addressHash}`))) === null && (await takePoint("mailbox", sha256(`${kind} ${email}`))) === null;
}
