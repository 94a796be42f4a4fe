"use client";

import { useRouter } from "next/navigation";
import { useMemo, type ReactNode } from "react";
import { useApiClient } from "@/app/shell/api-provider";
import { StructureCallsProvider, type StructureCalls } from "@/features/structure/ui/calls";

/** Dates and codes travel as they were typed; the server parses and brands them. */
type Typed = never;

/** The calls that the screens of structure make on this site. */
export function StructureCallsFromApi({ children }: { readonly children: ReactNode }) {
  const { structure, staff } = useApiClient();
  const router = useRouter();
  const calls = useMemo((): StructureCalls => {
    const { appointments, setup, administration } = structure;
    return {
      appoint: async (input) => await appointments.appoint.mutate(input as Typed),
      substitute: async (input) => await appointments.substitute.mutate(input as Typed),
      setAct: async (input) => await appointments.setAct.mutate(input as Typed),
      inviteAgain: async (input) => await appointments.inviteAgain.mutate(input),
      brief: async (input) => await appointments.brief.mutate(input),
      acknowledge: async (input) => await appointments.acknowledge.mutate(input),
      openWork: async (input) => await staff.openWork.query(input),
      end: async (input) => await staff.end.mutate(input),
      setHotline: async (input) => await setup.setHotline.mutate(input),
      saveGroup: async (input) => await setup.saveGroup.mutate(input),
      endGroup: async (input) => await setup.endGroup.mutate(input),
      addOrganisation: async (input) => await setup.addOrganisation.mutate(input),
      linkOrganisation: async (input) => await setup.linkOrganisation.mutate(input),
      finish: async (input) => await setup.finish.mutate(input),
      addRegion: async (input) => await administration.addRegion.mutate(input),
      addMunicipality: async (input) => await administration.addMunicipality.mutate(input),
      join: async (input) => await administration.join.mutate(input),
      setDates: async (input) => await administration.setDates.mutate(input as Typed),
      addRound: async (input) => await administration.addRound.mutate(input as Typed),
      saveDirection: async (input) => await administration.saveDirection.mutate(input),
      removeDirection: async (input) => await administration.removeDirection.mutate(input),
      refresh: () => router.refresh(),
      goTo: (href) => {
        router.push(href);
        router.refresh();
      },
    };
  }, [structure, staff, router]);
  return <StructureCallsProvider calls={calls}>{children}</StructureCallsProvider>;
}
