import { createHash } from "node:crypto";
import { addDays } from "@/shared/dates/plain-date";
import { demoId } from "./ids";
import type { GrownInitiative } from "./initiatives";
import { moment } from "./moments";
import { Chance } from "./random";
import { homeOktmo, type World } from "./world";

const alphabet = "23456789abcdefghjkmnpqrstuvwxyz";

/** Posters with short links in this year's marathon; some initiatives came by them. */
export function hangPosters(world: World, grown: readonly GrownInitiative[]): void {
  const marathon = world.marathons.find((one) => one.key === "current");
  if (!marathon) return;
  for (const { municipality } of marathon.taking.values()) {
    const isHome = municipality.fact.oktmo === homeOktmo;
    const chance = new Chance(`posters:${municipality.fact.oktmo}`);
    for (const organisation of municipality.organisations.slice(0, isHome ? 3 : 1)) {
      if (!organisation.coordinator || !(isHome || chance.happens(0.5))) continue;
      const id = demoId(`poster:${organisation.id}`);
      const createdAt = moment(municipality.zone, addDays(marathon.startsOn, -1), chance.whole(540, 1000));
      world.tables.PosterLink.push({
        id, code: codeOf(id), marathonId: marathon.id, municipalityId: municipality.id, organisationId: organisation.id,
        label: chance.pick(["Плакат у входа", "Объявление в учительской и на стенде", "Плакат в вестибюле"]), createdById: organisation.coordinator.id, createdAt,
      });
      for (const { row } of grown) {
        if (row.marathonId === marathon.id && row.originatingId === organisation.id && chance.happens(0.35)) row.posterLinkId = id;
      }
    }
  }
}

function codeOf(id: string): string {
  const digest = createHash("sha256").update(id).digest();
  return Array.from(digest.subarray(0, 6), (byte) => alphabet[byte % alphabet.length]).join("");
}
