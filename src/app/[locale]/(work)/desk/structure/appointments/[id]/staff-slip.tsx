"use client";

import { api } from "@/app/shell/api-client";
import { SlipMaker } from "@/features/people/ui/slip-maker";

export function StaffSlip({ appointmentId, personId, zone, label }: { readonly appointmentId: string; readonly personId: string; readonly zone: string; readonly label: string }) {
  return <SlipMaker personId={personId} zone={zone} label={label} api={{ issueSlip: async () => await api.staff.issueSlip.mutate({ appointmentId, documentSeen: true }) }} />;
}
