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
    const { appointments, setup, administration, roster, units, directions, directory } = structure;
    return {
      appoint: async (input) => await appointments.appoint.mutate(input as Typed),
      substitute: async (input) => await appointments.substitute.mutate(input as Typed),
      beginScan: async (input) => await structure.scans.begin.mutate(input),
      setAct: async (input) => await appointments.setAct.mutate(input as Typed),
      setWhom: async (input) => await structure.papers.setWhom.mutate(input),
      inviteAgain: async (input) => await appointments.inviteAgain.mutate(input),
      brief: async (input) => await appointments.brief.mutate(input),
      acknowledge: async (input) => await appointments.acknowledge.mutate(input),
      resetSecondFactor: async (input) => await staff.resetSecondFactor.mutate(input),
      issueCode: async (input) => await appointments.issueCode.mutate(input),
      previewAll: async (input) => await appointments.previewAll.query(input),
      inviteAll: async (input) => await appointments.inviteAll.mutate(input),
      remind: async (input) => await appointments.remind.mutate(input),
      remindAll: async (input) => await appointments.remindAll.mutate(input),
      onePerson: async (input) => await setup.onePerson.mutate(input),
      confirmClone: async (input) => await setup.confirmClone.mutate(input),
      openWork: async (input) => await staff.openWork.query(input),
      end: async (input) => await staff.end.mutate(input),
      setHotline: async (input) => await setup.setHotline.mutate(input),
      setPassport: async (input) => await setup.setPassport.mutate(input),
      saveGroup: async (input) => await setup.saveGroup.mutate(input),
      endGroup: async (input) => await setup.endGroup.mutate(input),
      addOrganisation: async (input) => await setup.addOrganisation.mutate(input),
      linkOrganisation: async (input) => await setup.linkOrganisation.mutate(input),
      checkDates: async (input) => await setup.checkDates.mutate(input),
      finish: async (input) => await setup.finish.mutate(input),
      planDuty: async (input) => await roster.plan.mutate(input as Typed),
      setDutyHours: async (input) => await roster.setHours.mutate(input),
      cancelShift: async (input) => await roster.cancel.mutate(input),
      assignShift: async (input) => await roster.assign.mutate(input),
      offerShift: async (input) => await roster.offer.mutate(input),
      takeShift: async (input) => await roster.take.mutate(input),
      addRegion: async (input) => await administration.addRegion.mutate(input),
      addMunicipality: async (input) => await administration.addMunicipality.mutate(input),
      join: async (input) => await administration.join.mutate(input),
      setModeration: async (input) => await administration.setModeration.mutate(input),
      setDates: async (input) => await administration.setDates.mutate(input as Typed),
      addRound: async (input) => await administration.addRound.mutate(input as Typed),
      saveDirection: async (input) => await administration.saveDirection.mutate(input),
      removeDirection: async (input) => await administration.removeDirection.mutate(input),
      addUnit: async (input) => await units.add.mutate(input),
      foreseeUnit: async (input) => await units.foresee.query(input as Typed),
      decideUnit: async (input) => await units.decide.mutate(input as Typed),
      recallChange: async (input) => await units.recall.mutate(input),
      saveOwnDirection: async (input) => await directions.save.mutate(input),
      retireDirection: async (input) => await directions.retire.mutate(input),
      readImport: async (input) => await directory.read.query(input),
      decideImport: async (input) => await directory.decide.mutate(input),
      confirmImport: async (input) => await directory.confirm.mutate(input),
      discardImport: async (input) => await directory.discard.mutate(input),
      refresh: () => router.refresh(),
      goTo: (href) => {
        router.push(href);
        router.refresh();
      },
    };
  }, [structure, staff, router]);
  return <StructureCallsProvider calls={calls}>{children}</StructureCallsProvider>;
}
