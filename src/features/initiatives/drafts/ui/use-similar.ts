import { useEffect, useState } from "react";
import type { Similar } from "../../catalogue/schema";
import type { DraftContent } from "../../schema";
import type { DraftApi } from "./draft-api";

/** As many words as are compared fit into these characters; the question goes in an address, which may not be long. */
const asked = { title: 300, essence: 700 } as const;
/** Fewer characters than this say nothing yet. */
const titleMin = 8;

/** What is like the draft as it stands, `pause` milliseconds after it was last changed. A hint only: without a connection there is none. */
export function useSimilar(api: Pick<DraftApi, "similar">, { title, essence, municipalityId }: Pick<DraftContent, "title" | "essence" | "municipalityId">, pause: number): readonly Similar[] {
  const [found, setFound] = useState<readonly Similar[]>([]);
  const isAsked = title.trim().length >= titleMin;
  const [ofTitle, ofEssence] = [title.slice(0, asked.title), essence.slice(0, asked.essence)];
  useEffect(() => {
    if (!isAsked) return setFound([]);
    let isOld = false;
    const timer = setTimeout(() => void api.similar({ municipalityId, title: ofTitle, essence: ofEssence }).then((similar) => isOld || setFound(similar), () => undefined), pause);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [isAsked, ofTitle, ofEssence, municipalityId, api, pause]);
  return found;
}
