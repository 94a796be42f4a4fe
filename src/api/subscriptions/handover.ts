import { unitsChanged, workHandedOver } from "@/features/structure/events";
import type { Db } from "@/platform/db/client";
import { executeSql, sql } from "@/platform/db/sql";
import { subscribeAfter, subscribeInside } from "@/platform/events/event";
import { dropPages } from "@/platform/http/page-cache";

interface Place {
  readonly unitId: string | null;
  readonly bodyId: string | null;
}

/** What is unfinished at a unit or a body that ends goes over with it, in the same transaction; what is finished stays where it was. */
export function registerHandover(): void {
  subscribeInside(workHandedOver, "handover", async (db, { from, to }, { at }) => await handOver(db, from, to, at));
  subscribeAfter(unitsChanged, "pages", async () => dropPages((path) => path === "/" || path === "/initiatives" || path === "/progress" || path.startsWith("/progress/")));
}

async function handOver(db: Db, from: Place, to: Place, at: Date): Promise<void> {
  if (from.unitId !== null && to.unitId !== null)
    await executeSql(db, sql`update "InitiativeDraft" set "helperUnitId" = ${to.unitId}::uuid, "version" = "version" + 1, "updatedAt" = ${at} where "helperUnitId" = ${from.unitId}::uuid`);
  if (from.bodyId === null || to.bodyId === null) return;
  const change = (column: "hotlineId" | "handedToId") => column === "hotlineId"
    ? sql`update "Ticket" set "hotlineId" = ${to.bodyId}::uuid, "version" = "version" + 1, "updatedAt" = ${at} where "hotlineId" = ${from.bodyId}::uuid and "status" <> 'closed'`
    : sql`update "Ticket" set "handedToId" = ${to.bodyId}::uuid, "version" = "version" + 1, "updatedAt" = ${at} where "handedToId" = ${from.bodyId}::uuid and "status" <> 'closed'`;
  await executeSql(db, change("hotlineId"));
  await executeSql(db, change("handedToId"));
}
