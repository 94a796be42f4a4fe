import type { Prisma } from "@/platform/db/client/client";

/** Rows by table, in an order in which foreign keys find what they point at. */
export const emptyTables = () => ({
  Unit: [] as Prisma.UnitCreateManyInput[],
  UnitVersion: [] as Prisma.UnitVersionCreateManyInput[],
  Marathon: [] as Prisma.MarathonCreateManyInput[],
  RegulationEdition: [] as Prisma.RegulationEditionCreateManyInput[],
  RegulationTerm: [] as Prisma.RegulationTermCreateManyInput[],
  WorkSchedule: [] as Prisma.WorkScheduleCreateManyInput[],
  Direction: [] as Prisma.DirectionCreateManyInput[],
  Participation: [] as Prisma.ParticipationCreateManyInput[],
  Body: [] as Prisma.BodyCreateManyInput[],
  BodyDirection: [] as Prisma.BodyDirectionCreateManyInput[],
  OrganisationLink: [] as Prisma.OrganisationLinkCreateManyInput[],
  Person: [] as Prisma.PersonCreateManyInput[],
  Contact: [] as Prisma.ContactCreateManyInput[],
  ConsentDocument: [] as Prisma.ConsentDocumentCreateManyInput[],
  Consent: [] as Prisma.ConsentCreateManyInput[],
  Appointment: [] as Prisma.AppointmentCreateManyInput[],
  DutyShift: [] as Prisma.DutyShiftCreateManyInput[],
  Briefing: [] as Prisma.BriefingCreateManyInput[],
  Registration: [] as Prisma.RegistrationCreateManyInput[],
  PosterLink: [] as Prisma.PosterLinkCreateManyInput[],
  Initiative: [] as Prisma.InitiativeCreateManyInput[],
  InitiativeDraft: [] as Prisma.InitiativeDraftCreateManyInput[],
  InitiativeEvent: [] as Prisma.InitiativeEventCreateManyInput[],
  DecisionProposal: [] as Prisma.DecisionProposalCreateManyInput[],
  InitiativeSupport: [] as Prisma.InitiativeSupportCreateManyInput[],
  InitiativeRemark: [] as Prisma.InitiativeRemarkCreateManyInput[],
  InitiativeFollow: [] as Prisma.InitiativeFollowCreateManyInput[],
  Nomination: [] as Prisma.NominationCreateManyInput[],
  Ticket: [] as Prisma.TicketCreateManyInput[],
  TicketMessage: [] as Prisma.TicketMessageCreateManyInput[],
  Checkpoint: [] as Prisma.CheckpointCreateManyInput[],
  Target: [] as Prisma.TargetCreateManyInput[],
  LedgerEntry: [] as Prisma.LedgerEntryCreateManyInput[],
  LedgerTotal: [] as Prisma.LedgerTotalCreateManyInput[],
  CheckpointFigure: [] as Prisma.CheckpointFigureCreateManyInput[],
  Notification: [] as Prisma.NotificationCreateManyInput[],
});

export type Tables = ReturnType<typeof emptyTables>;
export type TableName = keyof Tables;
