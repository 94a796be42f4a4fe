import type { Actor } from "@/access/actor";
import { indicator } from "@/access/rules/indicator";
import type { Db } from "@/platform/db/client";
import type { Locale } from "@/shared/text/locale";
import { AppError } from "@/shared/errors/app-error";
import { nest, sortRows } from "../../comparison/rules";
import type { Nesting } from "../../comparison/schema";
import { comparison } from "../../comparison/server/service";
import en from "../../messages/en.json";
import ru from "../../messages/ru.json";
import { morning } from "../../morning/server/service";
import { placeFor } from "../../server/place";
import { comparisonTables, municipalityTables } from "../rules";
import type { Export } from "../schema";

interface Asker {
  readonly actor: Actor;
  readonly now: Date;
}

const words = { ru: ru.export, en: en.export };

/** The council's page as tables; the same rows, the same right and «export» besides. */
export async function exportComparison(db: Db, asker: Asker, wish: { marathonId?: string; regionId?: string; nesting: Nesting }, locale: Locale): Promise<Export> {
  const found = await comparison(db, asker, wish, "export");
  if (!found) throw new AppError("marathon.notFound");
  const rows = sortRows(nest(found.rows, wish.nesting, found.round), "name", "ascending");
  return { fileName: `${found.level}-${found.round.today}`, tables: comparisonTables(found, rows, words[locale]) };
}

export async function exportMunicipality(db: Db, asker: Asker, wish: { municipalityId: string; marathonId?: string }, locale: Locale): Promise<Export> {
  await placeFor(db, indicator, asker.actor, "export", wish, asker.now);
  const found = await morning(db, asker, wish);
  return { fileName: `indicators-${found.round.today}`, tables: municipalityTables(found, locale, words[locale]) };
}
