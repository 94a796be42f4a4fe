import type { Actor } from "@/access/actor";
import { appRouter } from "@/api/root";
import { assistedOf } from "@/platform/auth/assisted-cookie";
import { db } from "@/platform/db/client";
import { visitorOf } from "@/platform/trpc/context";
import { toAppError } from "@/platform/trpc/errors";
import { createCallerFactory } from "@/platform/trpc/trpc";
import type { ErrorKind } from "@/shared/errors/catalogue";
import { newId } from "@/shared/ids/id";
import type { Outcome } from "./table";
import { now, visitorHash, visitorToken } from "./world";

const callerOf = createCallerFactory(appRouter);
type Call = (input: unknown) => Promise<unknown>;

interface Definition {
  readonly type: "query" | "mutation" | "subscription";
  readonly inputs: readonly { readonly safeParse: (value: unknown) => { readonly success: boolean; readonly error?: unknown } }[];
  readonly meta?: { readonly access?: string };
}

/** Every procedure of the platform by its path. */
export const procedures: ReadonlyMap<string, Definition> = new Map(
  Object.entries(appRouter._def.procedures as unknown as Readonly<Record<string, { readonly _def: Definition }>>).map(([path, { _def }]) => [path, _def]),
);

const refusals: Partial<Readonly<Record<ErrorKind, Outcome>>> = { notSignedIn: 401, forbidden: 403, notFound: 404 };

export interface Answer {
  readonly outcome: Outcome | "defect";
  /** the result, or the code of the refusal */
  readonly said: unknown;
}

/** In: who asks for what. Out: let through – with a result, or with an objection that has nothing to do with rights – or refused. */
export async function ask(path: string, actor: Actor, input: unknown, at = now): Promise<Answer> {
  const visitor = visitorOf(actor.visitorHash === visitorHash ? visitorToken : undefined, () => undefined);
  const caller: unknown = callerOf({ actor, locale: "ru", db, now: at, visitor, assisted: assistedOf(undefined, () => undefined), addressHash: newId() });
  const call = path.split(".").reduce<unknown>((step, name) => (step as Readonly<Record<string, unknown>>)[name], caller) as Call;
  try {
    return { outcome: "through", said: await call(input) };
  } catch (error) {
    const known = toAppError(error);
    if (known.code === "request.failed") return { outcome: "defect", said: known.cause };
    return { outcome: refusals[known.kind] ?? "through", said: known.code };
  }
}

/** Is the input one that the procedure takes? Else the matrix would test the form, not the right. */
export function isTaken(path: string, input: unknown): boolean {
  return procedures.get(path)?.inputs.every((schema) => schema.safeParse(input).success) ?? false;
}
