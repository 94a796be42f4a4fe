"use client";

import { useCallback, useState } from "react";
import type { DraftApi } from "./draft-api";
import type { Choices } from "./wizard-parts";

/** Lists that follow the choice: a region's municipalities, a municipality's directions and organisations. */
export function useChoices(first: Choices, api: DraftApi) {
  const [choices, setChoices] = useState(first);
  const { marathonId } = first;

  const chooseRegion = useCallback(async (regionId: string | null) => {
    setChoices((before) => ({ ...before, regionId, municipalities: [], organisations: [] }));
    if (regionId === null) return;
    const municipalities = await api.municipalities({ marathonId, regionId });
    setChoices((before) => (before.regionId === regionId ? { ...before, municipalities } : before));
  }, [api, marathonId]);

  const chooseMunicipality = useCallback(async (municipalityId: string | null) => {
    setChoices((before) => ({ ...before, organisations: [] }));
    if (municipalityId === null) return;
    const [directions, organisations] = await Promise.all([api.directions({ marathonId, municipalityId }), api.organisations({ municipalityId })]);
    setChoices((before) => ({ ...before, directions, organisations }));
  }, [api, marathonId]);

  return { choices, chooseRegion, chooseMunicipality };
}
