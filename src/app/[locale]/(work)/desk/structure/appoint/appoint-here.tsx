"use client";

import type { ComponentProps } from "react";
import { AppointForm } from "@/features/structure/appointments/ui/appoint-form";
import { useCalls } from "@/features/structure/ui/calls";

interface Props extends Pick<ComponentProps<typeof AppointForm>, "seatId" | "roles"> {
  /** a head or responsible person, appointed by an administrator, who has no chart to go back to */
  readonly isAdministration: boolean;
}

/** The appointment that was made is the next page. */
export function AppointHere({ seatId, roles, isAdministration }: Props) {
  const { goTo } = useCalls();
  return <div><AppointForm seatId={seatId} roles={roles} offersMe={!isAdministration} onDone={(appointmentId) => goTo(`/desk/structure/appointments/${appointmentId}`)} /></div>;
}
