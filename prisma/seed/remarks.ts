import { demoId } from "./ids";
import type { GrownInitiative } from "./initiatives";
import { homeOktmo, type World } from "./world";

const asked = [
  ["Это только для тех, кто живёт рядом, или для всего района?", "Для всех: ходят и с соседних улиц."],
  ["А за чей счёт потом обслуживать?", "Я предлагаю включить в содержание, как сделали у школы. Точнее скажет группа."],
  ["Пробовали уже обращаться с этим раньше?", null],
  ["Можно ли помочь своими руками?", null],
] as const;

/** Readers of the home municipality's initiatives: questions in each state, two reports that nobody has looked at yet. */
export function addRemarks(world: World, grown: readonly GrownInitiative[]): void {
  const own = grown.filter(({ row, municipality, marathon }) => marathon.key === "current" && municipality.fact.oktmo === homeOktmo && row.status === "inConsideration");
  const reader = world.named.get("resident");
  const resident = own.find(({ author }) => author === reader) ?? own[0];
  const others = own.filter((one) => one !== resident && one.author !== reader);
  const open = [others[0], others[1], resident, others[2]];
  const at = (hoursAgo: number) => new Date(world.now.getTime() - hoursAgo * 3_600_000);
  for (const [index, [text, answer]] of asked.entries()) {
    const story = open[index];
    if (!story) continue;
    story.row.questionsOpen = true;
    const state = answer !== null ? "published" : story === resident ? "withAuthor" : "waiting";
    world.tables.InitiativeRemark.push({
      id: demoId(`remark:question:${index}`), initiativeId: story.row.id, kind: "question", state, text, byId: story === resident ? null : (reader?.id ?? null), at: at(40 - index * 8),
      ...(answer === null ? {} : { answer, answeredAt: at(30 - index * 8), settledAt: at(28 - index * 8) }),
    });
  }
  for (const [index, reason] of (["personalData", "advertising"] as const).entries()) {
    const story = others[index + 3];
    if (story) world.tables.InitiativeRemark.push({ id: demoId(`remark:report:${index}`), initiativeId: story.row.id, kind: "report", reason, text: index === 0 ? "В тексте назван сосед по фамилии." : null, byId: null, at: at(5 - index * 3) });
  }
}
