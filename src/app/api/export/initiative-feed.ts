import { createTranslator } from "next-intl";
import { unstable_cache } from "next/cache";
import { z } from "zod";
import { publicApi } from "@/api/call-public";
import { messagesOf } from "@/app/messages/all";
import { publicStatusField } from "@/features/initiatives/catalogue/schema";
import { env } from "@/platform/env";
import { writeAtom } from "@/platform/feed/atom";
import { defineLimit } from "@/platform/limits";
import { idField } from "@/shared/ids/fields";
import { AppError } from "@/shared/errors/app-error";

const perHour = defineLimit("initiative-feed", { points: 240, seconds: 60 * 60 });
const entries = 50;

/** An address may come from anywhere: what it says wrongly is left out. */
const one = <T extends z.ZodType>(field: T) => field.optional().catch(undefined);
const chosenSchema = z.object({ municipality: one(idField), direction: one(idField), status: one(publicStatusField) });

/** The latest public initiatives of one choice of filters. Kept five minutes, as most readers of feeds ask every few. */
const feedOf = unstable_cache(
  async (query: string) => {
    const { municipality, direction, status } = chosenSchema.parse(Object.fromEntries(new URLSearchParams(query)));
    const { rows } = await publicApi("ru").initiative.catalogue({ municipalityId: municipality, directionId: direction, statuses: status ? [status] : undefined, limit: entries });
    const t = createTranslator({ locale: "ru", messages: messagesOf("ru"), namespace: "initiatives" });
    const plain = (pieces: readonly { readonly text: string }[]) => pieces.map(({ text }) => text).join("");
    return writeAtom({
      title: t("catalogue.feedTitle"), language: "ru", page: `${env.PUBLIC_URL}/initiatives${query && `?${query}`}`, self: `${env.PUBLIC_URL}/api/export/initiatives.atom${query && `?${query}`}`,
      entries: rows.map(({ number, publicNumber, title, excerpt, municipality: place, status: state, submittedAt, answer }) => ({
        url: `${env.PUBLIC_URL}/initiatives/${number}`, title: plain(title), at: submittedAt,
        text: [`№ ${publicNumber}, ${place}: ${t(`status.${state}`)}.`, plain(excerpt), ...(answer ? [answer] : [])].join("\n"),
      })),
    });
  },
  ["initiative-feed"],
  { revalidate: 300 },
);

/** In: what the address asks for, and who asks. Throws request.tooMany. */
export async function initiativeFeed(search: URLSearchParams, addressHash: string): Promise<string> {
  const seconds = await perHour.take(addressHash);
  if (seconds !== null) throw AppError.tooMany(seconds);
  const known = Object.entries(chosenSchema.parse(Object.fromEntries(search))).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return await feedOf(new URLSearchParams(known.toSorted(([a], [b]) => (a < b ? -1 : 1))).toString());
}
