import * as z from "zod";
import { column, executeSql, queryRows, sql } from "@/platform/db/sql";
import type { DataTable } from "../table";

const sessionRow = z.object({ browser: z.string().nullable(), system: z.string().nullable(), network: z.string().nullable(), startedAt: column.instant, seenAt: column.instant, endedAt: column.instant.nullable() });

const session: DataTable = {
  table: "Session",
  columns: { personId: "deleted", browser: "deleted", system: "deleted", network: "deleted" },
  tell: async (db, { ids }) => await queryRows(db, sessionRow, sql`
    select "browser", "system", "network", "startedAt", "seenAt", "endedAt" from "Session" where "personId" = any(${ids}::uuid[]) order by "startedAt"`),
  erase: async (db, { ids }) => await executeSql(db, sql`delete from "Session" where "personId" = any(${ids}::uuid[])`),
};

const factorRow = z.object({ createdAt: column.instant, confirmedAt: column.instant.nullable() });

const secondFactor: DataTable = {
  table: "SecondFactor",
  columns: { personId: "deleted", secret: "deleted", keyMark: "deleted" },
  because: "told without the secret: it stands on the person's phone alone",
  tell: async (db, { ids }) => await queryRows(db, factorRow, sql`select "createdAt", "confirmedAt" from "SecondFactor" where "personId" = any(${ids}::uuid[]) order by "createdAt"`),
  erase: async (db, { ids }) => await executeSql(db, sql`delete from "SecondFactor" where "personId" = any(${ids}::uuid[])`),
};

const recoveryCode: DataTable = {
  table: "RecoveryCode",
  columns: { personId: "deleted", hash: "deleted" },
  because: "nobody knows the codes but their holder",
  erase: async (db, { ids }) => await executeSql(db, sql`delete from "RecoveryCode" where "personId" = any(${ids}::uuid[])`),
};

const resetRow = z.object({ at: column.instant, reason: z.string() });

const reset: DataTable = {
  table: "SecondFactorReset",
  columns: { personId: "deleted", byId: "nameless", role: "nobody", reason: "deleted" },
  because: "who reset somebody else's stays told to that one, without a name",
  tell: async (db, { ids }) => await queryRows(db, resetRow, sql`select "at", "reason" from "SecondFactorReset" where "personId" = any(${ids}::uuid[]) order by "at"`),
  erase: async (db, { ids }) => await executeSql(db, sql`delete from "SecondFactorReset" where "personId" = any(${ids}::uuid[])`),
};

const identityRow = z.object({ provider: z.string(), issuer: z.string(), subject: z.string(), linkedAt: column.instant, lastUsedAt: column.instant.nullable() });

const linkedIdentity: DataTable = {
  table: "LinkedIdentity",
  columns: { personId: "deleted", issuer: "deleted", subject: "deleted", provider: "deleted" },
  tell: async (db, { ids }) => await queryRows(db, identityRow, sql`
    select "provider", "issuer", "subject", "linkedAt", "lastUsedAt" from "LinkedIdentity" where "personId" = any(${ids}::uuid[]) order by "linkedAt"`),
  erase: async (db, { ids }) => await executeSql(db, sql`delete from "LinkedIdentity" where "personId" = any(${ids}::uuid[])`),
};

export const signingInTables: readonly DataTable[] = [
  session, secondFactor, recoveryCode, reset, linkedIdentity,
  { table: "AttemptLimit", columns: { key: "nobody" }, because: "an HMAC, for a quarter of an hour" },
  {
    table: "IdentityArrival", columns: { tokenHash: "nobody", provider: "nobody", issuer: "nobody", subject: "nobody", name: "nobody" },
    because: "what a provider said of a browser, linked to no person here, for a quarter of an hour",
  },
];
