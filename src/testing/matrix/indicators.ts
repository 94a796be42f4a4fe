import { newId } from "@/shared/ids/id";
import { acting, everyone, general, row, type Row, type Rows } from "./table";

const group = "workingGroupMember workingGroupSecretary workingGroupLead";
const council = "councilStaff countryObserver";

/** The район sees the figures of its поселение; the council those of its region, the country all. */
const readers = { own: `${group} coordinationGroupMember responsiblePerson head ${council}`, child: `head ${council}`, neighbour: council, far: "countryObserver", gone: council };
const targetReaders = { own: `workingGroupSecretary workingGroupLead coordinationGroupMember responsiblePerson head ${council}`, child: council, neighbour: council, far: "countryObserver", gone: council };
const checkpointReaders = { own: "workingGroupSecretary workingGroupLead coordinationGroupMember responsiblePerson head councilStaff", child: "councilStaff", neighbour: "councilStaff", gone: "councilStaff" };
const withoutGone = <T extends { readonly gone: string }>({ gone: _gone, ...others }: T) => others;
const comparing = (input: () => unknown): Row => general(council, input, { otherwise: 403 });
const inMunicipality: Row["input"] = ({ id }) => ({ municipalityId: id });
/** A checkpoint under a municipality: who reads there hears 403 whatever the checkpoint, who may act 404 of one that isn't there. */
const onOne = (who: string): Row => {
  const others = checkpointReaders.own.replace(who, "");
  return row("checkpoint", ({ id, municipalityId }) => ({ checkpointId: id, municipalityId }), { ...acting(withoutGone(checkpointReaders), { own: who }), mixed: ["", others], absent: ["", others] });
};

export const indicators: Rows = {
  "indicator.places": general(readers.own, undefined, { otherwise: 403 }),
  "indicator.municipality": row("municipality", inMunicipality, readers),
  "indicator.organisation": row("organisation", ({ id }) => ({ organisationId: id }), acting({ ...withoutGone(readers), own: `coordinator director ${readers.own}`, sibling: readers.own, mixed: readers.neighbour }, { own: "coordinator director" })),
  "indicator.comparison": comparing(() => ({})),
  "indicator.exportComparison": comparing(() => ({})),
  "indicator.exportMunicipality": row("municipality", inMunicipality, acting(readers, { own: `responsiblePerson head ${council}`, child: `head ${council}`, neighbour: council, far: "countryObserver", gone: council })),
  "indicator.boundaries": general(everyone, ({ regionId }) => ({ regionId })),
  "indicator.progress": general(everyone),
  "indicator.regionProgress": general(everyone, ({ regionId }) => ({ code: regionId })),

  "target.list": row("municipality", inMunicipality, targetReaders),
  "target.set": row("municipality", ({ id }) => ({ municipalityId: id, key: newId(), changes: [{ metric: "initiatives", directionId: null, organisationId: null, value: 10, version: null }] }), acting(targetReaders, { own: "head" })),

  "checkpoint.list": row("municipality", inMunicipality, checkpointReaders),
  "checkpoint.create": row("municipality", ({ id }) => ({ municipalityId: id, key: newId(), name: "Рубеж", date: "2026-03-20", time: "18:00" }), acting(checkpointReaders, { own: "head" })),
  "checkpoint.remove": onOne("head"),
  "checkpoint.approve": onOne("head"),
  "checkpoint.recordPaperApproval": onOne("responsiblePerson"),
  "checkpoint.forCouncil": general("councilStaff", () => ({}), { otherwise: 403 }),
  "checkpoint.takeNote": row("municipality", ({ id }, { checkpointId }) => ({ checkpointId, municipalityIds: [id] }), acting(checkpointReaders, { own: "councilStaff", child: "councilStaff", neighbour: "councilStaff", gone: "councilStaff" })),
};
