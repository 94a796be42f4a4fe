import { expect, test } from "vitest";
import { plainDate } from "@/shared/dates/plain-date";
import { isComplete, nextStep, stepStates } from "../setup/rules";
import { gapsOf } from "./rules";
import type { ChartBody, ChartOrganisation, Post } from "./schema";

const now = new Date("2026-03-10T09:00:00Z");
const closing = plainDate("2026-04-30");
let count = 0;
const post = (role: Post["role"], more: Partial<Post> = {}): Post => ({
  id: `p${(count += 1)}`, personId: "x", name: "Анна Петрова", role, unitId: null, bodyId: null, startsAt: now, endsAt: null, substitutesId: null,
  act: { kind: "order", number: "1", date: null }, isInvited: false, briefedAt: now, acknowledgedAt: now, hasScan: true, isMine: false, ...more,
});
const body = (kind: ChartBody["kind"], posts: Post[], id: string = kind): ChartBody => ({ id, kind, name: id, posts });
const school = (posts: Post[], groupIds = ["g"]): ChartOrganisation => ({ id: "s", name: "Школа", shortName: "Школа", kind: "school", address: null, groupIds, posts });
const structure = (more: Partial<Parameters<typeof gapsOf>[0]> = {}) => ({
  place: { timeZone: "Europe/Kirov" }, leftWork: [], hotline: { phone: "+78332000000", hours: "с 8 до 17", lacksDuty: false }, posts: [], directions: [{ id: "d", name: "Дороги", nameEn: "Roads", groupId: "g" }],
  bodies: [body("workingGroup", [post("workingGroupLead")], "g"), body("hotline", [post("operator")])], organisations: [school([post("coordinator")])], ...more,
});
const kinds = (more: Parameters<typeof structure>[0] = {}) => gapsOf(structure(more), closing, now).map(({ kind }) => kind);

test("где всё есть, пробелов нет", () => {
  expect(kinds()).toEqual([]);
});

test("каждый пробел назван", () => {
  expect(kinds({ hotline: { phone: null, hours: null, lacksDuty: false } })).toEqual(["hotlineWithoutPhone"]);
  expect(kinds({ hotline: { phone: "+78332000000", hours: "с 8 до 17", lacksDuty: true } })).toEqual(["hotlineWithoutDuty"]);
  expect(kinds({ directions: [{ id: "d", name: "Дороги", nameEn: "", groupId: null }] })).toEqual(["directionWithoutGroup", "groupWithoutDirection"]);
  expect(kinds({ bodies: [body("workingGroup", [post("workingGroupSecretary")], "g")] })).toEqual(["hotlineWithoutOperator", "groupWithoutLead"]);
  expect(kinds({ organisations: [school([], [])] })).toEqual(["organisationWithoutGroup", "organisationWithoutCoordinator"]);
  expect(kinds({ organisations: [school([post("coordinator", { briefedAt: null })])] })).toEqual(["coordinatorWithoutBriefing"]);
  expect(kinds({ organisations: [school([post("coordinator", { acknowledgedAt: null })])] })).toEqual(["briefingNotAcknowledged"]);
  expect(kinds({ leftWork: [{ id: "s", name: "Школа", role: "coordinator" }] })).toEqual(["leftWork"]);
  expect(kinds({ organisations: [school([post("coordinator", { act: { kind: null, number: null, date: null } })])] })).toEqual(["withoutAct"]);
  expect(kinds({ organisations: [school([post("coordinator", { hasScan: false })])] })).toEqual(["withoutScan"]);
  expect(kinds({ organisations: [school([post("coordinator", { endsAt: new Date("2026-03-12T09:00:00Z") })])] })).toEqual(["aboutToEnd"]);
  expect(kinds({ organisations: [school([post("coordinator", { isInvited: true })])] })).toEqual(["notAccepted"]);
});

test("без оператора о графике не напоминают: сначала назначить", () => {
  expect(kinds({ hotline: { phone: "+78332000000", hours: "с 8 до 17", lacksDuty: true }, bodies: [body("workingGroup", [post("workingGroupLead")], "g"), body("hotline", [])] })).toEqual(["hotlineWithoutOperator"]);
});

test("замещающий не заменяет назначенного и сам по окончании не пробел", () => {
  const substitute = post("coordinator", { substitutesId: "другой", endsAt: new Date("2026-03-12T09:00:00Z") });
  expect(kinds({ organisations: [school([substitute])] })).toEqual(["organisationWithoutCoordinator"]);
});

test("у главы и руководителя номера документа не ждут", () => {
  const bare = { act: { kind: null, number: null, date: null } };
  expect(kinds({ posts: [post("head", bare)], organisations: [school([post("coordinator"), post("director", bare)])] })).toEqual([]);
});

test("настройка идёт от первого незаконченного шага, а закончить её нельзя без телефона, группы и руководителя", () => {
  const whole = (more: Parameters<typeof structure>[0] = {}) => {
    const built = structure(more);
    return { ...built, isSetUp: false, areDatesChecked: true, gaps: gapsOf(built, closing, now).map((gap) => ({ ...gap, mayMend: true })) };
  };
  expect(nextStep(stepStates(whole(), true))).toBe("check");
  expect(nextStep(stepStates(whole({ hotline: { phone: null, hours: null, lacksDuty: false } }), true))).toBe("hotline");
  expect(nextStep(stepStates(whole({ bodies: [], directions: [{ id: "d", name: "Дороги", nameEn: "", groupId: null }] }), true))).toBe("groups");
  expect(nextStep(stepStates(whole({ organisations: [school([])] }), true))).toBe("coordinators");
  expect(nextStep(stepStates(whole(), false))).toBe("targets");
  expect(stepStates({ ...whole(), areDatesChecked: false }, true).dates).toBe("open");
  expect(nextStep(stepStates({ ...whole(), areDatesChecked: false }, true))).toBe("dates");
  expect(nextStep(stepStates({ ...whole(), isSetUp: true }, false))).toBe("check");
  expect(isComplete(whole().gaps, 1)).toBe(true);
  expect(isComplete(whole().gaps, 0)).toBe(false);
  expect(isComplete(whole({ hotline: { phone: null, hours: null, lacksDuty: false } }).gaps, 1)).toBe(false);
  expect(isComplete(whole({ organisations: [school([], [])] }).gaps, 1)).toBe(true);
});
