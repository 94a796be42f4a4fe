import { demoId } from "./ids";
import { homeOktmo, type World } from "./world";

/** What the demonstration's resident began yesterday and has not sent; fields as features/initiatives keeps them. */
export function leaveDraft(world: World): void {
  const marathon = world.marathons.find((one) => one.key === "current");
  const home = world.municipalities.find((one) => one.fact.oktmo === homeOktmo);
  const author = world.named.get("resident");
  if (!marathon || !home || !author) return;
  const createdAt = new Date(world.now.getTime() - 20 * 3_600_000);
  const id = demoId("draft:resident");
  shareDraft(world, id, author.id, createdAt);
  world.tables.InitiativeDraft.push({
    id, authorId: author.id, marathonId: marathon.id, version: 3, createdAt, updatedAt: new Date(createdAt.getTime() + 9 * 60_000),
    content: {
      title: "Зебра у входа в детскую поликлинику", essence: "К поликлинике с автобуса идём через дорогу с колясками, перехода нет, ближайший за углом.", expectedResult: "",
      directionId: marathon.directionIds.get("safety") ?? null, municipalityId: home.id, organisationId: author.organisation?.id ?? null, hiddenFromOrganisation: false,
      placeText: "", initiatorKind: "parent", collective: false,
    },
  });
}

/** The resident asked the coordinator for help, and edits wait for them. */
function shareDraft(world: World, draftId: string, authorId: string, createdAt: Date): void {
  const coordinator = world.named.get("coordinator");
  const unitId = coordinator?.organisation?.id;
  if (!coordinator || !unitId) return;
  const at = (minutes: number) => new Date(createdAt.getTime() + minutes * 60_000);
  const original = { title: "Зебра у входа в детскую поликлинику", essence: "К поликлинике с автобуса идём через дорогу с колясками, перехода нет, ближайший за углом.", expectedResult: "" };
  world.tables.DraftShare.push({ draftId, authorId, codeHash: `demo:${draftId}`, createdAt: at(10), expiresAt: at(14 * 24 * 60), takenById: coordinator.id, takenUnitId: unitId, takenAt: at(30) });
  world.tables.DraftWording.push({
    id: demoId("wording:resident"), draftId, authorId, byId: coordinator.id, unitId, original,
    suggested: { title: "Пешеходный переход у входа в детскую поликлинику", essence: "От автобуса к поликлинике родители с колясками переходят дорогу там, где перехода нет: ближайший за углом, в двухстах метрах.", expectedResult: "К поликлинике можно перейти по зебре, водители видят людей заранее." },
    note: "Добавила, сколько метров до ближайшего перехода: группе проще проверить.", at: at(50),
  });
}
