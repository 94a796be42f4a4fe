import { initTRPC } from "@trpc/server";
import superjson from "superjson";
import { anonymous, type Actor } from "@/access/actor";
import { isOpenWhileAssisting } from "@/access/assisting";
import type { AccessName } from "@/access/rules/all";
import { AppError } from "@/shared/errors/app-error";
import type { Context } from "./context";
import { reportDefect, toAppError, toTrpcError, type ErrorData } from "./errors";

/** The right that an entry point stands for. «public» asks for none; the isolation test walks all of them. */
export interface EntryMeta {
  readonly access: AccessName | "public";
}

const t = initTRPC.context<Context>().meta<EntryMeta>().create({
  transformer: superjson,
  isDev: false,
  errorFormatter: ({ shape, error, path }) => {
    const known = toAppError(error);
    const data: ErrorData = { code: known.code, httpStatus: shape.data.httpStatus, fields: known.fields, params: known.params, incident: reportDefect(known, path ?? "") };
    return { code: shape.code, message: known.code, data };
  },
});

export const router = t.router;
export const mergeRouters = t.mergeRouters;
/** For server components and jobs: calls procedures in process. */
export const createCallerFactory = t.createCallerFactory;

/** One place where what services throw becomes a status. */
const translated = t.procedure.use(async ({ ctx, meta, next }) => {
  refuseWhileAssisting(ctx.actor, meta);
  const result = await next();
  if (!result.ok) throw toTrpcError(result.error);
  return result;
});

/** Somebody sits beside at a shared computer: what is not about them is closed, whatever asks for it. */
function refuseWhileAssisting({ assisting }: Actor, meta: EntryMeta | undefined): void {
  if (assisting && !isOpenWhileAssisting(meta?.access ?? "public")) throw toTrpcError(new AppError("session.assisting", { name: assisting.name }));
}

/** Who must set up a second factor first is a visitor to everything that is open to visitors … */
const open = translated.use(async ({ ctx, next }) =>
  ctx.actor.lacksSecondFactor ? await next({ ctx: { ...ctx, actor: { ...anonymous, visitorHash: ctx.actor.visitorHash ?? null } } }) : await next());

/** … and to everything else of theirs is led to where they set it up. */
const signedIn = translated.use(async ({ ctx, meta, next }) => {
  const { personId, lacksSecondFactor } = ctx.actor;
  if (personId === null) throw AppError.notSignedIn();
  if (lacksSecondFactor && meta?.access !== "secondFactor.edit") throw new AppError("session.secondFactorMissing");
  return await next({ ctx: { ...ctx, personId } });
});

/**
 * Entry points. Each names its right first – `publicProcedure.meta({ access: "initiative.readPublic" }).input(…)` –
 * and without it has nothing else to call: it doesn't compile. The service still authorises each row.
 */
export const publicProcedure = { meta: (meta: EntryMeta) => open.meta(meta) };
/** Only for somebody with an account: `ctx.personId` is theirs. */
export const personProcedure = { meta: (meta: EntryMeta) => signedIn.meta(meta) };
