import * as z from "zod";
import { column, executeSql, queryRows, sql } from "@/platform/db/sql";
import type { DataTable } from "../table";

const word = z.string().transform((name) => ({ word: name }));
const maybe = z.string().nullable();

const appointmentRow = z.object({ role: word, place: maybe, startsAt: column.instant, endsAt: column.instant.nullable(), actNumber: maybe, nameAccusative: maybe, position: maybe });

const appointment: DataTable = {
  table: "Appointment",
  columns: { personId: "nameless", appointedById: "nameless", actNumber: "nobody", nameAccusative: "cleared", position: "cleared" },
  because: "that a post was held by an act is the municipality's record; the name on it is gone. Who holds a post now isn't erased before it ends",
  tell: async (db, { ids }) => await queryRows(db, appointmentRow, sql`
    select a."role"::text as "role", coalesce(b."name", u."name") as "place", a."startsAt", a."endsAt", a."actNumber", a."nameAccusative", a."position"
    from "Appointment" a left join "Unit" u on u."id" = a."unitId" left join "Body" b on b."id" = a."bodyId" where a."personId" = any(${ids}::uuid[]) order by a."startsAt"`),
  erase: async (db, { ids }) => await executeSql(db, sql`update "Appointment" set "nameAccusative" = null, "position" = null where "personId" = any(${ids}::uuid[]) and ("nameAccusative" is not null or "position" is not null)`),
};

const briefingRow = z.object({ material: z.string(), briefedAt: column.instant, acknowledgedAt: column.instant.nullable() });

const briefing: DataTable = {
  table: "Briefing",
  columns: { material: "nobody", briefedById: "nameless" },
  because: "what a coordinator is briefed on names nobody",
  tell: async (db, { ids }) => await queryRows(db, briefingRow, sql`
    select b."material", b."briefedAt", b."acknowledgedAt" from "Briefing" b join "Appointment" a on a."id" = b."appointmentId" where a."personId" = any(${ids}::uuid[]) order by b."briefedAt"`),
};

const shiftRow = z.object({ place: z.string(), startsAt: column.instant, endsAt: column.instant });

const dutyShift: DataTable = {
  table: "DutyShift",
  columns: { personId: "nameless", createdById: "nameless" },
  because: "that somebody was at the line is the municipality's record; the name on it is gone",
  tell: async (db, { ids }) => await queryRows(db, shiftRow, sql`
    select b."name" as "place", s."startsAt", s."endsAt" from "DutyShift" s join "Body" b on b."id" = s."bodyId" where s."personId" = any(${ids}::uuid[]) order by s."startsAt"`),
};

export const structureTables: readonly DataTable[] = [appointment, briefing, dutyShift];
