import type { Role } from "@/access/roles";
import type { Gap } from "../chart/schema";

/** Where a gap is mended. */
export function hrefOfGap({ kind, id, role }: Pick<Gap, "kind" | "id" | "role">, municipalityId: string): string {
  const place = `m=${municipalityId}`;
  switch (kind) {
    case "hotlineWithoutPhone":
      return `/desk/setup/hotline?${place}`;
    case "hotlineWithoutOperator":
      return `/desk/setup/people?${place}`;
    case "hotlineWithoutDuty":
      return `/desk/duty?line=${id}`;
    case "directionWithoutGroup":
    case "groupWithoutDirection":
      return `/desk/setup/groups?${place}`;
    case "organisationWithoutGroup":
      return `/desk/setup/organisations?${place}`;
    case "groupWithoutLead":
      return appointHref(id ?? "", "workingGroupLead");
    case "organisationWithoutCoordinator":
      return appointHref(id ?? "", "coordinator");
    case "leftWork":
      return appointHref(id ?? "", role ?? "coordinator");
    case "coordinatorWithoutBriefing":
    case "briefingNotAcknowledged":
    case "aboutToEnd":
    case "withoutAct":
    case "withoutScan":
    case "notAccepted":
      return `/desk/structure/appointments/${id}`;
  }
}

export function appointHref(seatId: string, role: Role): string {
  return `/desk/structure/appoint?seat=${seatId}&role=${role}`;
}
