import { marathonFor, participation } from "@/features/marathon/server/service";
import { termFor } from "@/features/regulation/rules";
import { regulationOf } from "@/features/regulation/server/service";
import { readPresence } from "@/features/structure/roster/server/service";
import type { Context } from "@/platform/trpc/context";
import { AppError } from "@/shared/errors/app-error";
import type { WhoHelps, WhoHelpsInput } from "../schema";
import * as repo from "./repo";

/**
 * «Кто мне поможет»: the hotline and the coordinators of a municipality, by function. All of it is public.
 * Throws marathon.municipalityAbsent where no marathon is held, which is answered as «not found».
 */
export async function whoHelps({ db, now }: Pick<Context, "db" | "now">, { municipalityId, organisationId }: WhoHelpsInput): Promise<WhoHelps> {
  const marathon = await marathonFor(db, municipalityId, now);
  const taking = marathon && (await participation(db, marathon.id, municipalityId));
  if (!marathon || !taking) throw AppError.notFound();
  const { id, name, shortName, timeZone } = taking.municipality;
  const { terms } = await regulationOf(db, marathon.id, municipalityId, now);
  const [firstResponse, resolution] = [termFor(terms, "ticketFirstResponse"), termFor(terms, "ticketResolution")];
  const places = await repo.findPlaces(db, municipalityId, now);
  return {
    municipality: { id, name, shortName, timeZone },
    hotline: {
      phone: taking.hotlinePhone, hours: taking.hotlineHours, takesQuestions: await repo.hasHotline(db, marathon.id, municipalityId),
      firstResponse: { amount: firstResponse.amount, unit: firstResponse.unit }, resolution: { amount: resolution.amount, unit: resolution.unit },
      presence: await readPresence(db, municipalityId, marathon.id, now),
    },
    organisation: places.find((place) => place.id === organisationId) ?? null,
    places: places.filter((place) => place.hasCoordinator || place.hasExecutor),
  };
}
