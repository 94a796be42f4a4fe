import { callApi } from "@/api/call";
import type { Targets } from "@/features/indicators/targets/schema";
import type { Chart } from "@/features/structure/chart/schema";

/** The municipality's targets in its marathon, and whether both of the whole are set; null where no marathon is held. */
export async function targetsOf({ place, round }: Pick<Chart, "place" | "round">): Promise<{ readonly targets: Targets; readonly hasWhole: boolean } | null> {
  if (!round) return null;
  const targets = await (await callApi()).target.list({ municipalityId: place.id, marathonId: round.id });
  const isSet = (metric: "users" | "initiatives") => targets.targets.some((one) => one.metric === metric && one.directionId === null && one.organisationId === null);
  return { targets, hasWhole: isSet("users") && isSet("initiatives") };
}
