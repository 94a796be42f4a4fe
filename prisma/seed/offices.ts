import { demoId } from "./ids";
import type { Chance } from "./random";
import type { DemoMunicipality, World } from "./world";

const departments = [
  "Управление экономики и имущества", "Управление жилищно-коммунального хозяйства и дорог", "Отдел организационной работы и связей с общественностью",
  "Отдел архитектуры и градостроительства", "Отдел по социальным вопросам", "Отдел гражданской обороны и чрезвычайных ситуаций", "Финансовое управление",
];
const education = ["Комитет по образованию", "Управление образования", "Отдел образования"] as const;
const culture = ["Управление культуры, спорта и молодёжной политики", "Отдел культуры", "Комитет по культуре и спорту"] as const;

export interface Branches {
  education: string | null;
  culture: string | null;
}

/** Departments, branch bodies (комитет образования) and territorial administrations of a municipality. */
export function addOffices(world: World, municipality: DemoMunicipality, chance: Chance): Branches {
  const { fact, people } = municipality;
  const add = (kind: "department" | "branchBody" | "territorialAdministration", name: string): string => {
    const id = demoId(`${kind}:${fact.oktmo}:${name}`);
    world.tables.Unit.push({
      id, parentId: municipality.id, path: [world.countryId, municipality.region.id, municipality.id, id], kind, name, shortName: name,
      municipalityId: municipality.id, regionId: municipality.region.id, createdAt: new Date("2022-12-01T06:00:00Z"),
    });
    return id;
  };
  const wanted = people < 10_000 ? 2 : people < 40_000 ? 4 : 6;
  for (const name of departments.slice(0, wanted)) municipality.departments.push({ id: add("department", name), name });
  if (fact.kind === "municipalOkrug") {
    for (const { name } of fact.settlements.slice(1, 4)) add("territorialAdministration", `Территориальный отдел (${name})`);
  }
  return {
    education: people < 7_000 ? null : add("branchBody", chance.pick(education)),
    culture: people < 15_000 ? null : add("branchBody", chance.pick(culture)),
  };
}
