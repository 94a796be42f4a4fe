import * as z from "zod";
import { personProcedure, router } from "@/platform/trpc/trpc";
import * as administrationIn from "../administration/schema";
import * as administration from "../administration/server/service";
import * as appointmentsIn from "../appointments/schema";
import * as appointments from "../appointments/server/service";
import { boundaryRegionOutput } from "../boundaries/schema";
import { listRegions } from "../boundaries/server/service";
import * as directoryIn from "../directory/schema";
import { exportDirectory } from "../directory/server/exporting";
import * as directory from "../directory/server/service";
import { chartInput, chartOutput } from "../chart/schema";
import { readChart } from "../chart/server/service";
import * as bulkIn from "../invitations/bulk/schema";
import * as bulk from "../invitations/bulk/server/service";
import { codeSheetOutput } from "../invitations/schema";
import * as papersIn from "../papers/schema";
import * as papers from "../papers/server/service";
import { doneOutput, placeOutput } from "../schema";
import { rosterRouter } from "../roster/server/router";
import * as cloneIn from "../setup/clone/schema";
import { confirmClone, readClone } from "../setup/clone/server/service";
import * as passportIn from "../setup/passport/schema";
import { readPassport, setPassport } from "../setup/passport/server/service";
import * as setupIn from "../setup/schema";
import { setUpAlone } from "../setup/server/one-person";
import * as setup from "../setup/server/service";
import { directionsRouter } from "../directions/server/router";
import { rightsRouter } from "../rights/server/router";
import { scansRouter } from "../scans/server/router";
import { unitsRouter } from "../units/server/router";
import { myMunicipalities } from "./service";

const appointmentsRouter = router({
  seat: personProcedure.meta({ access: "appointment.appoint" }).input(appointmentsIn.seatInput).output(appointmentsIn.seatOutput).query(async ({ ctx, input }) => await appointments.readSeat(ctx, input.seatId)),
  list: personProcedure.meta({ access: "appointment.read" }).input(appointmentsIn.staffInput).output(appointmentsIn.staffOutput).query(async ({ ctx, input }) => await appointments.listStaff(ctx, input)),
  record: personProcedure.meta({ access: "appointment.read" }).input(appointmentsIn.appointmentInput).output(appointmentsIn.appointmentOutput).query(async ({ ctx, input }) => await appointments.readAppointment(ctx, input.appointmentId)),
  appoint: personProcedure.meta({ access: "appointment.appoint" }).input(appointmentsIn.appointInput).output(appointmentsIn.appointedOutput).mutation(async ({ ctx, input }) => await appointments.appoint(ctx, input)),
  substitute: personProcedure.meta({ access: "appointment.substitute" }).input(appointmentsIn.substituteInput).output(appointmentsIn.appointedOutput).mutation(async ({ ctx, input }) => await appointments.substitute(ctx, input)),
  setAct: personProcedure.meta({ access: "appointment.appoint" }).input(appointmentsIn.setActInput).output(doneOutput).mutation(async ({ ctx, input }) => await appointments.setAct(ctx, input)),
  inviteAgain: personProcedure.meta({ access: "appointment.appoint" }).input(appointmentsIn.appointmentActInput).output(doneOutput).mutation(async ({ ctx, input }) => await appointments.inviteAgain(ctx, input)),
  issueCode: personProcedure.meta({ access: "appointment.appoint" }).input(appointmentsIn.issueCodeInput).output(codeSheetOutput).mutation(async ({ ctx, input }) => await appointments.issueCode(ctx, input)),
  previewAll: personProcedure.meta({ access: "appointment.appoint" }).input(bulkIn.previewInput).output(bulkIn.previewOutput).query(async ({ ctx, input }) => await bulk.previewAll(ctx, input)),
  inviteAll: personProcedure.meta({ access: "appointment.appoint" }).input(bulkIn.inviteAllInput).output(bulkIn.invitedOutput).mutation(async ({ ctx, input }) => await bulk.inviteAll(ctx, input)),
  remind: personProcedure.meta({ access: "appointment.brief" }).input(appointmentsIn.appointmentActInput).output(appointmentsIn.remindedOutput).mutation(async ({ ctx, input }) => await appointments.remindOne(ctx, input)),
  remindAll: personProcedure.meta({ access: "appointment.brief" }).input(appointmentsIn.remindAllInput).output(appointmentsIn.remindedOutput).mutation(async ({ ctx, input }) => await appointments.remindAll(ctx, input)),
  brief: personProcedure.meta({ access: "appointment.brief" }).input(appointmentsIn.briefInput).output(doneOutput).mutation(async ({ ctx, input }) => await appointments.brief(ctx, input)),
  acknowledge: personProcedure.meta({ access: "appointment.acknowledgeBriefing" }).input(appointmentsIn.appointmentActInput).output(doneOutput).mutation(async ({ ctx, input }) => await appointments.acknowledge(ctx, input)),
});

const papersRouter = router({
  list: personProcedure.meta({ access: "unit.readStaff" }).input(papersIn.papersInput).output(papersIn.papersOutput).query(async ({ ctx, input }) => await papers.readPapers(ctx, input.municipalityId)),
  read: personProcedure.meta({ access: "unit.readStaff" }).input(papersIn.paperInput).output(papersIn.paperOutput).query(async ({ ctx, input }) => await papers.readPaper(ctx, input)),
  setWhom: personProcedure.meta({ access: "appointment.appoint" }).input(papersIn.setWhomInput).output(doneOutput).mutation(async ({ ctx, input }) => await papers.setWhom(ctx, input)),
});

const setupRouter = router({
  onePerson: personProcedure.meta({ access: "participation.setUp" }).input(setupIn.setHotlineInput).output(doneOutput).mutation(async ({ ctx, input }) => await setUpAlone(ctx, input)),
  setHotline: personProcedure.meta({ access: "participation.setUp" }).input(setupIn.setHotlineInput).output(doneOutput).mutation(async ({ ctx, input }) => await setup.setHotline(ctx, input)),
  saveGroup: personProcedure.meta({ access: "body.manage" }).input(setupIn.saveGroupInput).output(setupIn.savedGroupOutput).mutation(async ({ ctx, input }) => await setup.saveGroup(ctx, input)),
  endGroup: personProcedure.meta({ access: "body.manage" }).input(setupIn.endGroupInput).output(doneOutput).mutation(async ({ ctx, input }) => await setup.endGroup(ctx, input)),
  addOrganisation: personProcedure.meta({ access: "unit.manage" }).input(setupIn.addOrganisationInput).output(setupIn.addedOrganisationOutput).mutation(async ({ ctx, input }) => await setup.addOrganisation(ctx, input)),
  linkOrganisation: personProcedure.meta({ access: "unit.manage" }).input(setupIn.linkOrganisationInput).output(doneOutput).mutation(async ({ ctx, input }) => await setup.linkOrganisation(ctx, input)),
  passport: personProcedure.meta({ access: "unit.manage" }).input(passportIn.passportInput).output(passportIn.passportOutput).query(async ({ ctx, input }) => await readPassport(ctx, input.municipalityId)),
  setPassport: personProcedure.meta({ access: "unit.manage" }).input(passportIn.setPassportInput).output(doneOutput).mutation(async ({ ctx, input }) => await setPassport(ctx, input)),
  clone: personProcedure.meta({ access: "participation.setUp" }).input(cloneIn.cloneInput).output(cloneIn.cloneOutput.nullable()).query(async ({ ctx, input }) => await readClone(ctx, input.municipalityId)),
  confirmClone: personProcedure.meta({ access: "participation.setUp" }).input(cloneIn.confirmCloneInput).output(cloneIn.clonedOutput).mutation(async ({ ctx, input }) => await confirmClone(ctx, input)),
  checkDates: personProcedure.meta({ access: "participation.setUp" }).input(setupIn.checkDatesInput).output(doneOutput).mutation(async ({ ctx, input }) => await setup.checkDates(ctx, input)),
  finish: personProcedure.meta({ access: "participation.setUp" }).input(setupIn.finishInput).output(doneOutput).mutation(async ({ ctx, input }) => await setup.finish(ctx, input)),
});

const administrationRouter = router({
  overview: personProcedure.meta({ access: "marathon.manage" }).output(administrationIn.overviewOutput).query(async ({ ctx }) => await administration.readOverview(ctx)),
  municipalities: personProcedure.meta({ access: "marathon.manage" }).input(administrationIn.regionInput).output(z.array(administrationIn.adminMunicipalityOutput)).query(async ({ ctx, input }) => await administration.listMunicipalities(ctx, input.regionId)),
  addRegion: personProcedure.meta({ access: "unit.manage" }).input(administrationIn.addRegionInput).output(administrationIn.savedOutput).mutation(async ({ ctx, input }) => await administration.addRegion(ctx, input)),
  addMunicipality: personProcedure.meta({ access: "unit.manage" }).input(administrationIn.addMunicipalityInput).output(administrationIn.savedOutput).mutation(async ({ ctx, input }) => await administration.addMunicipality(ctx, input)),
  join: personProcedure.meta({ access: "marathon.manage" }).input(administrationIn.joinInput).output(doneOutput).mutation(async ({ ctx, input }) => await administration.joinRound(ctx, input)),
  setModeration: personProcedure.meta({ access: "marathon.manage" }).input(administrationIn.setModerationInput).output(doneOutput).mutation(async ({ ctx, input }) => await administration.setModeration(ctx, input)),
  setDates: personProcedure.meta({ access: "marathon.manage" }).input(administrationIn.setDatesInput).output(doneOutput).mutation(async ({ ctx, input }) => await administration.setDates(ctx, input)),
  addRound: personProcedure.meta({ access: "marathon.manage" }).input(administrationIn.addRoundInput).output(administrationIn.savedOutput).mutation(async ({ ctx, input }) => await administration.addRound(ctx, input)),
  saveDirection: personProcedure.meta({ access: "marathon.manage" }).input(administrationIn.saveDirectionInput).output(administrationIn.savedOutput).mutation(async ({ ctx, input }) => await administration.saveDirection(ctx, input)),
  removeDirection: personProcedure.meta({ access: "marathon.manage" }).input(administrationIn.removeDirectionInput).output(doneOutput).mutation(async ({ ctx, input }) => await administration.removeDirection(ctx, input)),
  boundaryRegions: personProcedure.meta({ access: "unit.importBoundary" }).output(z.array(boundaryRegionOutput)).query(async ({ ctx }) => await listRegions(ctx)),
});

const directoryRouter = router({
  open: personProcedure.meta({ access: "unit.manage" }).input(directoryIn.openInput).output(directoryIn.openOutput).query(async ({ ctx, input }) => await directory.openDirectory(ctx, input.municipalityId)),
  read: personProcedure.meta({ access: "unit.manage" }).input(directoryIn.importInput).output(directoryIn.importOutput).query(async ({ ctx, input }) => await directory.readImport(ctx, input.importId)),
  export: personProcedure.meta({ access: "unit.manage" }).input(directoryIn.exportInput).output(directoryIn.directoryExportOutput).query(async ({ ctx, input }) => await exportDirectory(ctx, { municipalityId: input.municipalityId ?? null, regionId: input.regionId ?? null, kind: input.kind ?? null })),
  decide: personProcedure.meta({ access: "unit.manage" }).input(directoryIn.decideInput).output(doneOutput).mutation(async ({ ctx, input }) => await directory.decide(ctx, input)),
  confirm: personProcedure.meta({ access: "unit.manage" }).input(directoryIn.confirmInput).output(doneOutput).mutation(async ({ ctx, input }) => await directory.confirm(ctx, input)),
  discard: personProcedure.meta({ access: "unit.manage" }).input(directoryIn.discardInput).output(doneOutput).mutation(async ({ ctx, input }) => await directory.discard(ctx, input)),
});

/** Units, bodies and the people appointed to them. Ending an appointment and accepting an invitation are flows (src/api/flows). */
export const structureRouter = router({
  myMunicipalities: personProcedure.meta({ access: "unit.read" }).output(z.array(placeOutput)).query(async ({ ctx }) => await myMunicipalities(ctx.db, ctx.actor)),
  chart: personProcedure.meta({ access: "unit.readStaff" }).input(chartInput).output(chartOutput).query(async ({ ctx, input }) => await readChart(ctx, input.municipalityId)),
  appointments: appointmentsRouter,
  scans: scansRouter,
  papers: papersRouter,
  setup: setupRouter,
  roster: rosterRouter,
  administration: administrationRouter,
  units: unitsRouter,
  directions: directionsRouter,
  rights: rightsRouter,
  directory: directoryRouter,
});
