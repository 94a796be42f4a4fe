import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anonymous, type Actor, type Post } from "./actor";
import { evaluate, type Facts } from "./filter";
import { authorise, can, visible } from "./policy";
import { roles, type Role } from "./roles";
import { policies } from "./rules/all";

const { initiative, draft, ticket, indicator, target, appointment } = policies;

const post = (role: Role, where: Partial<Post> = {}): Post => ({ appointmentId: "a", role, unitId: null, bodyId: null, municipalityId: "yaransk", marathonId: null, isSubstitute: false, ...where });
const person = (...posts: Post[]): Actor => ({ personId: "me", visitorHash: null, posts });

const row = (own: Partial<Record<string, string | boolean | null | readonly string[]>> = {}): Facts => ({
  municipalityId: "yaransk", consideringId: "housing", originatingId: "school2", handedToId: null, wayIds: [], offeredToId: null, arbiterId: null, objectionAtId: null, authorId: "author", coAuthorIds: [], helperId: null, hiddenFromOrganisation: false, status: "inConsideration", ...own,
});

describe("инициатива", () => {
  test("координатор не видит инициативу другой школы того же муниципалитета", () => {
    expect(can(initiative, person(post("coordinator", { unitId: "school3" })), "read", row())).toBe(false);
  });

  test("координатор видит инициативу своей школы о дороге, но автора — только если помогал", () => {
    const coordinator = person(post("coordinator", { unitId: "school2" }));
    expect(can(initiative, coordinator, "read", row({ consideringId: "roads" }))).toBe(true);
    expect(can(initiative, coordinator, "readAuthor", row())).toBe(false);
    expect(can(initiative, coordinator, "readAuthor", row({ helperId: "me" }))).toBe(true);
  });

  test("что автор скрыл от своей организации, там не видит никто, кроме помогавшего", () => {
    const hidden = row({ hiddenFromOrganisation: true });
    expect(can(initiative, person(post("coordinator", { unitId: "school2" })), "read", hidden)).toBe(false);
    expect(can(initiative, person(post("director", { unitId: "school2" })), "read", hidden)).toBe(false);
    expect(can(initiative, person(post("coordinator", { unitId: "school2" })), "read", { ...hidden, helperId: "me" })).toBe(true);
  });

  test("совет видит и то, что сам передал выше; соседний совет — нет", () => {
    const passed = row({ handedToId: "country", wayIds: ["kirovRegion"] });
    expect(can(initiative, person(post("councilStaff", { unitId: "kirovRegion" })), "read", passed)).toBe(true);
    expect(can(initiative, person(post("councilStaff", { unitId: "kirovRegion" })), "answerNomination", passed)).toBe(false);
    expect(can(initiative, person(post("councilStaff", { unitId: "otherRegion" })), "read", passed)).toBe(false);
  });

  test("секретарь готовит, но не решает; руководитель чужой группы не видит", () => {
    expect(can(initiative, person(post("workingGroupSecretary", { bodyId: "housing" })), "prepare", row())).toBe(true);
    expect(can(initiative, person(post("workingGroupSecretary", { bodyId: "housing" })), "decide", row())).toBe(false);
    expect(can(initiative, person(post("workingGroupLead", { bodyId: "roads" })), "read", row())).toBe(false);
  });

  test("совет видит только то, что ему передано", () => {
    const council = person(post("councilStaff", { unitId: "kirov", municipalityId: null }));
    expect(can(initiative, council, "read", row())).toBe(false);
    expect(can(initiative, council, "read", row({ handedToId: "kirov" }))).toBe(true);
  });

  test("поданную, но не принятую группой инициативу прохожий не видит", () => {
    expect(can(initiative, anonymous, "readPublic", row({ status: "submitted" }))).toBe(false);
    expect(can(initiative, anonymous, "readPublic", row())).toBe(true);
  });

  test("автор не поддерживает сам себя", () => {
    expect(can(initiative, person(), "support", row({ authorId: "me" }))).toBe(false);
    expect(can(initiative, person(), "support", row())).toBe(true);
  });
});

test("черновик видит только тот, кто его пишет: по имени или по ключу своего браузера", () => {
  const facts = { authorId: "author", helperId: null, tokenHash: null };
  expect(can(draft, person(post("administrator")), "read", facts)).toBe(false);
  expect(can(draft, anonymous, "read", facts)).toBe(false);
  expect(can(draft, { ...anonymous, visitorHash: "h" }, "read", { ...facts, authorId: null, tokenHash: "h" })).toBe(true);
  expect(can(draft, { ...anonymous, visitorHash: "other" }, "read", { ...facts, authorId: null, tokenHash: "h" })).toBe(false);
});

test("глава видит число вопросов горячей линии, но не сами вопросы", () => {
  const head = person(post("head", { unitId: "yaransk" }));
  const facts = { municipalityId: "yaransk", hotlineId: "line", handedToId: null, personId: null };
  expect(can(ticket, head, "readFigures", facts)).toBe(true);
  expect(can(ticket, head, "read", facts)).toBe(false);
});

test("район видит показатели своего поселения, поселение показателей района не видит", () => {
  const settlement = { municipalityId: "village", path: ["country", "kirov", "yaransk", "village"], organisationId: null, figuresPublic: false };
  const district = { municipalityId: "yaransk", path: ["country", "kirov", "yaransk"], organisationId: null, figuresPublic: false };
  expect(can(indicator, person(post("head", { unitId: "yaransk" })), "read", settlement)).toBe(true);
  expect(can(indicator, person(post("head", { unitId: "village", municipalityId: "village" })), "read", district)).toBe(false);
});

test("цели ставит глава, а не ответственный и не совет", () => {
  const facts = { municipalityId: "yaransk", path: ["country", "kirov", "yaransk"], organisationId: null };
  expect(can(target, person(post("responsiblePerson", { unitId: "yaransk" })), "set", facts)).toBe(false);
  expect(can(target, person(post("councilStaff", { unitId: "kirov", municipalityId: null })), "set", facts)).toBe(false);
  expect(can(target, person(post("head", { unitId: "yaransk" })), "set", facts)).toBe(true);
});

test("прошлое присоединённого муниципалитета наследник читает, но не меняет", () => {
  const heir = person(post("head", { unitId: "yaransk", inheritedUnitIds: ["village"], inheritedMunicipalityIds: ["village"] }));
  const past = { municipalityId: "village", path: ["country", "kirov", "village"], organisationId: null };
  expect(can(target, heir, "read", past)).toBe(true);
  expect(can(target, heir, "set", past)).toBe(false);
  expect(can(target, heir, "set", { ...past, municipalityId: "yaransk" })).toBe(true);
  const held = { personId: "p", unitId: "village", municipalityId: "village", linkedBodyIds: [], role: "coordinator" };
  expect(can(appointment, heir, "read", held)).toBe(true);
  for (const action of ["appoint", "substitute", "end"] as const) expect(can(appointment, heir, action, held)).toBe(false);
});

test("руководитель группы назначает координаторов связанных организаций и больше никого", () => {
  const lead = person(post("workingGroupLead", { bodyId: "housing" }));
  const facts = { personId: "p", unitId: "school2", municipalityId: "yaransk", linkedBodyIds: ["housing"], role: "coordinator" };
  expect(can(appointment, lead, "appoint", facts)).toBe(true);
  expect(can(appointment, lead, "appoint", { ...facts, role: "director" })).toBe(false);
  expect(can(appointment, lead, "appoint", { ...facts, linkedBodyIds: ["roads"] })).toBe(false);
});

test("чужое отвечает «не найдено», своё без права — «нельзя», без входа — «войдите»", () => {
  expect(() => authorise(initiative, anonymous, "decide", row())).toThrow("request.notSignedIn");
  expect(() => authorise(initiative, person(), "decide", row())).toThrow("request.notFound");
  expect(() => authorise(initiative, person(), "decide", null)).toThrow("request.notFound");
  expect(() => authorise(initiative, person(post("workingGroupMember", { bodyId: "housing" })), "decide", row())).toThrow("request.forbidden");
});

test("человек без назначений не может ничего, что требует роли, ни в одной таблице", () => {
  const demanding = Object.values(policies).flatMap((table) => table.rows.filter((line) => line.role !== "anyone" && line.role !== "person").flatMap((line) => line.actions.map((action) => [table, action, line.role] as const)));
  expect(demanding.length).toBeGreaterThan(50);
  for (const [table, action] of demanding) {
    const free = (table.rows as readonly { role: string; actions: readonly string[] }[]).some((line) => (line.role === "anyone" || line.role === "person") && line.actions.includes(action));
    if (!free) expect(visible(table as never, person(), action as never)).toEqual({ filter: { kind: "none" } });
  }
});

test("лишнее назначение никогда не отнимает права", () => {
  const id = fc.constantFrom("yaransk", "housing", "school2", "kirov", "other");
  const anyPost = fc.record({ role: fc.constantFrom(...roles), unitId: fc.option(id), bodyId: fc.option(id), municipalityId: fc.option(id) }).map(({ role, ...where }) => post(role, where));
  const anyRow = fc.record({ municipalityId: id, consideringId: fc.option(id), originatingId: fc.option(id), handedToId: fc.option(id), wayIds: fc.array(id, { maxLength: 2 }), offeredToId: fc.option(id), arbiterId: fc.option(id), objectionAtId: fc.option(id), authorId: fc.constantFrom("me", "author"), coAuthorIds: fc.subarray(["me", "author"]), helperId: fc.option(fc.constantFrom("me", "author")), hiddenFromOrganisation: fc.boolean(), status: fc.constantFrom("submitted", "inConsideration", "withdrawn") });
  const actions = [...new Set(initiative.rows.flatMap((line) => line.actions))];
  fc.assert(
    fc.property(fc.array(anyPost, { maxLength: 4 }), anyPost, anyRow, fc.constantFrom(...actions), (posts, more, facts, action) => {
      const before = evaluate(visible(initiative, person(...posts), action).filter, facts);
      return !before || evaluate(visible(initiative, person(...posts, more), action).filter, facts);
    }),
    { numRuns: 2000 },
  );
});
