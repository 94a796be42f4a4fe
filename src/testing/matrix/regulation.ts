import { newId } from "@/shared/ids/id";
import { usualSchedule } from "@/shared/dates/office-calendar";
import { usualRegulation } from "@/features/regulation/rules";
import { everyone, general, row, withAccount, type Expected, type Rows } from "./table";

const open = { own: everyone, child: everyone, neighbour: everyone, far: everyone };
/** Everybody reads the regulation, so that whoever may not change it hears 403. */
const responsibleAlone: Readonly<Record<"own" | "child" | "neighbour" | "far", Expected>> = { own: ["responsiblePerson", withAccount], child: ["", withAccount], neighbour: ["", withAccount], far: ["", withAccount] };

export const regulation: Rows = {
  "regulation.read": row("municipality", ({ id }) => ({ municipalityId: id }), open, { open: true }),
  "regulation.marathon": general(everyone, ({ marathonId }) => ({ marathonId }), { open: true }),
  "regulation.set": general("administrator", ({ marathonId }) => ({ marathonId, terms: usualRegulation, startsOn: null, seen: 0, key: newId() })),
  "regulation.tighten": row("municipality", ({ id }, { marathonId }) => ({ municipalityId: id, marathonId, terms: [], startsOn: null, seen: { marathon: 0, own: 0 }, key: newId() }), responsibleAlone),
  // lists of what went up to oneself: empty for whoever has no post
  "regulation.missed.list": general(withAccount, () => ({})),
  "regulation.missed.count": general(withAccount),
  "regulation.setHours": row("municipality", ({ id }) => ({ municipalityId: id, schedule: usualSchedule, reason: "Распоряжение администрации", seen: 0, key: newId() }), responsibleAlone),
};
