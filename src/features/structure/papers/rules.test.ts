import { expect, test } from "vitest";
import { coordinationPaper, listPaper, organisationPaper, protocolPaper, type Named, type Setting } from "./rules";
import type { Paper } from "./schema";

const named = (familyName: string, role: Named["role"], more: Partial<Named> = {}): Named => ({
  name: { familyName, givenName: "Анна", patronymic: "Ивановна" }, full: `${familyName} Анна Ивановна`, whom: `${familyName} Анну Ивановну`, position: null, role, act: { kind: null, number: null, date: null }, ...more,
});
const setting = (more: Partial<Setting> = {}): Setting => ({
  municipality: "Яранский муниципальный район", nameGenitive: "Яранского муниципального района", headTitle: "глава", head: named("Ёлкина", "head"), marathon: "Диалог", startsOn: "2026-02-16", closingEndsOn: "2026-04-30", today: "2026-02-10", ...more,
});
const texts = ({ blocks }: Paper): string[] => blocks.flatMap((block) => (block.kind === "text" ? [block.text] : block.kind === "apart" ? [block.parts.join(" | ")] : [block.header, ...block.rows].map((row) => row.join(" | "))));
const issuer = (more: Partial<Setting>) => texts(coordinationPaper(setting(more), [], []))[0];

test("кто издал: глава, администрация, если глава её возглавляет; без родительного падежа – название", () => {
  expect(issuer({})).toBe("ГЛАВА ЯРАНСКОГО МУНИЦИПАЛЬНОГО РАЙОНА");
  expect(issuer({ headTitle: "глава администрации" })).toBe("АДМИНИСТРАЦИЯ ЯРАНСКОГО МУНИЦИПАЛЬНОГО РАЙОНА");
  expect(issuer({ nameGenitive: null })).toBe("ЯРАНСКИЙ МУНИЦИПАЛЬНЫЙ РАЙОН");
  expect(issuer({ headTitle: "председатель совета" })).toBe("ЯРАНСКИЙ МУНИЦИПАЛЬНЫЙ РАЙОН");
});

test("подпись с большой буквы; должность, которая сама говорит о месте, не повторяет его", () => {
  const signature = (headTitle: string | null) => texts(coordinationPaper(setting({ headTitle }), [], [])).find((line) => line.includes("А. И. Ёлкина") || line.includes("А.\u00a0И.\u00a0Ёлкина"));
  expect(signature("глава")).toMatch(/^Глава Яранского муниципального района \|/);
  expect(signature("глава муниципального района Яранский")).toMatch(/^Глава муниципального района Яранский \|/);
});

test("столбец должностей есть, когда известна хоть одна; неизвестная – пустое место, куда вписать", () => {
  const rows = (members: readonly Named[]) => texts(coordinationPaper(setting({ head: null }), members, [])).filter((line) => line.startsWith("№ | ") || /^\d \| /.test(line));
  expect(rows([named("Белова", "coordinationGroupMember")])[0]).toBe("№ | Фамилия, имя, отчество | В марафоне");
  expect(rows([named("Белова", "coordinationGroupMember", { position: "начальник отдела" }), named("Цой", "coordinationGroupMember")])).toEqual([
    "№ | Фамилия, имя, отчество | Должность | В марафоне", "1 | Белова Анна Ивановна | Начальник отдела | Член координационной группы", "2 | Цой Анна Ивановна |  | Член координационной группы",
  ]);
});

test("в приказе одно двоеточие перед пунктами, ознакомленные расписываются с датой", () => {
  const lines = texts(organisationPaper(setting(), { name: "Школа № 1", members: [named("Белова", "coordinator")] }));
  expect(lines.find((line) => line.startsWith("В целях"))).not.toMatch(/:$/);
  expect(lines).toContain("ПРИКАЗЫВАЮ:");
  expect(lines.at(-1)).toMatch(/Белова \| «___» _+ 2026 г\./);
});

test("список говорит, на какой день он составлен, и подписан", () => {
  const lines = texts(listPaper(setting(), [{ name: "Школа № 1", members: [named("Белова", "coordinator", { position: "учитель" })] }]));
  expect(lines[1]).toBe("Яранский муниципальный район, на 10.02.2026");
  expect(lines.some((line) => line.includes("Белова Анна Ивановна, учитель"))).toBe(true);
  expect(lines.at(-1)).toContain("Ёлкина");
});

test("протокол называет присутствующих, направления каждой группы и организации без координатора; кого нет, того не выдумывает", () => {
  const group = { name: "Дороги", directions: ["Дороги", "Транспорт"], members: [named("Белова", "workingGroupLead")] };
  const organisations = [{ name: "Школа № 1", members: [named("Цой", "coordinator")] }, { name: "Школа № 2", members: [named("Юдина", "executor")] }];
  const lines = texts(protocolPaper(setting(), { members: [named("Орлова", "coordinationGroupMember")], groups: [group, { name: "Жильё", directions: ["ЖКХ"], members: [] }], organisations }));
  expect(lines.slice(0, 3)).toEqual(["ЯРАНСКИЙ МУНИЦИПАЛЬНЫЙ РАЙОН", "ПРОТОКОЛ", "заседания координационной группы марафона «Диалог»"]);
  expect(lines.some((one) => one.startsWith("2 | Орлова Анна Ивановна"))).toBe(true);
  expect(lines).toContain("Дороги | Дороги; Транспорт | Белова Анна Ивановна");
  expect(lines).toContain("Жильё | ЖКХ | не назначен");
  expect(lines).toContain("2. Принять к сведению: ответственные координаторы назначены в 1 из 2 организаций.");
  expect(lines).toContain("Рабочим группам назначить ответственных координаторов в организациях: Школа № 2.");
  const empty = texts(protocolPaper(setting({ head: null }), { members: [], groups: [], organisations: [] }));
  expect(empty).toContain("состав не назначен");
  expect(empty).toContain("1. Образовать рабочие группы и распределить между ними направления.");
});
