import { demoId } from "./ids";
import { homeOktmo, type World } from "./world";

/** What the demonstration's resident began yesterday and has not sent; fields as features/initiatives keeps them. */
export function leaveDraft(world: World): void {
  const marathon = world.marathons.find((one) => one.key === "current");
  const home = world.municipalities.find((one) => one.fact.oktmo === homeOktmo);
  const author = world.named.get("resident");
  if (!marathon || !home || !author) return;
  const createdAt = new Date(world.now.getTime() - 20 * 3_600_000);
  world.tables.InitiativeDraft.push({
    id: demoId("draft:resident"), authorId: author.id, marathonId: marathon.id, version: 3, createdAt, updatedAt: new Date(createdAt.getTime() + 9 * 60_000),
    content: {
      title: "Зебра у входа в детскую поликлинику", essence: "К поликлинике с автобуса идём через дорогу с колясками, перехода нет, ближайший за углом.", expectedResult: "",
      directionId: marathon.directionIds.get("safety") ?? null, municipalityId: home.id, organisationId: author.organisation?.id ?? null, hiddenFromOrganisation: false,
      placeText: "", initiatorKind: "parent", collective: false,
    },
  });
}
