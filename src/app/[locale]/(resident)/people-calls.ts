import { api } from "@/app/shell/api-client";
import type { PeopleApi } from "@/features/people/ui/people-api";

/** The calls that the forms about people make on this site. */
export const peopleCalls: PeopleApi = {
  register: async (input) => await api.people.register.mutate(input),
  resend: async (input) => await api.people.resend.mutate(input),
  registerByPhone: async (input) => await api.people.phone.register.mutate(input),
  resendCode: async (input) => await api.people.phone.resendCode.mutate(input),
  confirmByCode: async (input) => await api.people.phone.confirmByCode.mutate(input),
  chooseWho: async (input) => await api.people.phone.choose.mutate(input),
  findWaiting: async (input) => await api.people.phone.waiting.mutate(input),
  findConfirmed: async (input) => await api.people.phone.confirmed.mutate(input),
  confirmInPerson: async (input) => await api.people.phone.confirmInPerson.mutate(input),
  confirm: async (input) => await api.people.confirm.mutate(input),
  forgot: async (input) => await api.people.forgot.mutate(input),
  reset: async (input) => await api.people.reset.mutate(input),
  join: async (input) => await api.people.join.mutate(input),
  listMunicipalities: async (regionId) => {
    const marathons = await api.marathon.current.query();
    const lists = await Promise.all(marathons.map(async ({ id }) => await api.marathon.municipalities.query({ marathonId: id, regionId })));
    return [...new Map(lists.flat().map(({ id, shortName }) => [id, { id, name: shortName }])).values()];
  },
  listOrganisations: async (municipalityId) => (await api.marathon.organisations.query({ municipalityId })).map(({ id, shortName }) => ({ id, name: shortName })),
  readSlip: async (input) => await api.people.slip.read.mutate(input),
  openAccount: async (input) => await api.people.slip.open.mutate(input),
  registerAtDesk: async (input) => await api.people.desk.register.mutate(input),
  mergePeople: async (input) => await api.merging.merge.mutate(input),
  keepApart: async (input) => await api.people.duplicates.keepApart.mutate(input),
  beginPaper: async (input) => await api.people.paper.begin.mutate(input),
  issueSlip: async (input) => await api.people.desk.issueSlip.mutate(input),
  beginAssisting: async (input) => await api.people.assisted.begin.mutate(input),
  startDraftWith: async (input) => await api.draft.startWith.mutate(input),
  beginFirstRun: async (input) => await api.people.firstRun.begin.mutate(input),
  setPublishName: async (input) => await api.people.setPublishName.mutate(input),
  setHidden: async (input) => await api.people.setHidden.mutate(input),
  setLocale: async (input) => await api.people.setLocale.mutate(input),
  endSessions: async () => await api.people.endSessions.mutate(),
  endSession: async (input) => await api.people.security.endSession.mutate(input),
  changePassword: async (input) => await api.people.security.changePassword.mutate(input),
  removeContact: async (input) => await api.people.security.removeContact.mutate(input),
  changeEmail: async (input) => await api.people.security.changeEmail.mutate(input),
  confirmNewAddress: async (input) => await api.people.security.confirmNewAddress.mutate(input),
  enterByIdentity: async (input) => await api.people.identity.enter.mutate(input),
  linkIdentity: async (input) => await api.people.identity.link.mutate(input),
  unlinkIdentity: async (input) => await api.people.identity.unlink.mutate(input),
  beginSecondFactor: async () => await api.people.secondFactor.begin.mutate(),
  confirmSecondFactor: async (input) => await api.people.secondFactor.confirm.mutate(input),
  renewRecoveryCodes: async (input) => await api.people.secondFactor.renewCodes.mutate(input),
  endSecondFactor: async (input) => await api.people.secondFactor.end.mutate(input),
  adoptDrafts: async () => await api.draft.adopt.mutate(),
  home: async () => ((await api.people.me.query()).posts.length > 0 ? "/desk" : "/my"),
};
