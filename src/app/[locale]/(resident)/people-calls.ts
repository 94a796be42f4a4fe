import { api } from "@/app/shell/api-client";
import type { PeopleApi } from "@/features/people/ui/people-api";

/** The calls that the forms about people make on this site. */
export const peopleCalls: PeopleApi = {
  register: async (input) => await api.people.register.mutate(input),
  resend: async (input) => await api.people.resend.mutate(input),
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
  issueSlip: async (input) => await api.people.desk.issueSlip.mutate(input),
  startDraftWith: async (input) => await api.draft.startWith.mutate(input),
  beginFirstRun: async (input) => await api.people.firstRun.begin.mutate(input),
  setPublishName: async (input) => await api.people.setPublishName.mutate(input),
  setLocale: async (input) => await api.people.setLocale.mutate(input),
  endSessions: async () => await api.people.endSessions.mutate(),
  adoptDrafts: async () => await api.draft.adopt.mutate(),
  home: async () => ((await api.people.me.query()).posts.length > 0 ? "/desk" : "/my"),
};
