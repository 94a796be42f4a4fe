"use client";

import { api } from "@/app/shell/api-client";
import type { OfflineApi } from "@/features/initiatives/offline/ui/offline-api";
import { OfflineView } from "@/features/initiatives/offline/ui/offline-view";

const offlineApi: OfflineApi = {
  places: async () => await api.people.desk.places.query(),
  prepare: async (input) => await api.people.trips.prepare.mutate(input),
  directions: async (input) => await api.marathon.directions.query(input),
  register: async (input) => await api.people.trips.register.mutate({ ...input, signedOnPaper: true }),
  take: async (input) => await api.initiative.takeOnTrip.mutate(input),
};

/** The page with the calls that this site makes. */
export function Offline() {
  return <OfflineView api={offlineApi} />;
}
