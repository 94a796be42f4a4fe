import type { Db } from "@/platform/db/client";
import { AppError } from "@/shared/errors/app-error";
import * as desk from "../desk/server/repo";
import { isPasswordWeak } from "../rules";
import { fitsPassword } from "./passwords";

/** Throws password.tooWeak, at the field `password`. */
export function requireStrong(password: string, own: readonly (string | null)[]): void {
  if (isPasswordWeak(password, own)) throw weak();
}

/** A phone may be shared by a family: then the password alone says who signs in. Throws password.tooWeak. */
export async function requireOwnPassword(db: Db, personId: string, phone: string | null, password: string): Promise<void> {
  const others = phone === null ? [] : (await desk.findPhoneHolders(db, phone)).filter((holder) => holder.personId !== personId);
  for (const { passwordHash } of others) if (await fitsPassword(password, passwordHash)) throw weak();
}

function weak(): AppError {
  return new AppError("password.tooWeak", undefined, { fields: { password: "password.tooWeak" } });
}
