import { demoId } from "./ids";
import type { GrownInitiative } from "./initiatives";
import { homeOktmo, type World } from "./world";

const asked = [
  { text: "Что сделать, чтобы зимой по городу можно было пройти пешком?", explanation: "Нам важно знать, где скользко, где не убирают и где не хватает света. Называйте улицы и дома.", answers: 3 },
  { text: "Чем заняться подростку после школы в нашем округе?", explanation: null, answers: 2 },
] as const;

/** What the home municipality's head asks, and some of the initiatives that answer. */
export function askKeyQuestions(world: World, grown: readonly GrownInitiative[]): void {
  const marathon = world.marathons.find((one) => one.key === "current");
  const home = world.municipalities.find((one) => one.fact.oktmo === homeOktmo);
  const head = world.named.get("head");
  if (!marathon || !home || !head) return;
  const own = grown.filter((story) => story.marathon === marathon && story.municipality === home && story.row.status !== "submitted");
  let from = 0;
  for (const [index, { text, explanation, answers }] of asked.entries()) {
    const id = demoId(`key-question:${index}`);
    world.tables.KeyQuestion.push({ id, marathonId: marathon.id, municipalityId: home.id, text, explanation, publishedById: head.id, publishedAt: new Date(world.now.getTime() - (18 - index * 5) * 86_400_000) });
    for (const story of own.slice(from, from + answers)) story.row.keyQuestionId = id;
    from += answers;
  }
}
