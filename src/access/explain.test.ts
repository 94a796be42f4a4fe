import { describe, expect, test } from "vitest";
import { allowedTo, rolesWithPersonalData, seesPersonalData } from "./explain";
import english from "./messages/en.json" with { type: "json" };
import russian from "./messages/ru.json" with { type: "json" };
import { roles } from "./roles";
import { policies } from "./rules/all";

describe("права словами", () => {
  test("глава, совет и администратор персональных данных жителей не видят", () => {
    for (const role of ["head", "director", "coordinationGroupMember", "councilStaff", "countryObserver", "administrator", "moderator"] as const) expect([role, seesPersonalData(role)]).toEqual([role, false]);
  });

  test("видят те, кто помогает, отвечает и решает", () => {
    expect(rolesWithPersonalData).toEqual(["coordinator", "executor", "workingGroupMember", "workingGroupSecretary", "workingGroupLead", "responsiblePerson", "operator"]);
  });

  test("сказано всё, что в таблицах, и ничего сверх", () => {
    for (const role of roles) {
      const said = allowedTo(role).flatMap(({ noun, through, actions }) => actions.map((action) => `${noun}.${action} ${through}`)).toSorted();
      const granted = Object.values(policies).flatMap((table) => (table.rows as readonly { role: string; actions: readonly string[]; through: string }[]).filter((row) => row.role === role).flatMap((row) => row.actions.map((action) => `${table.noun}.${action} ${row.through}`))).toSorted();
      expect(said).toEqual(granted);
    }
  });

  test("у каждого слова есть название на обоих языках", () => {
    for (const { access } of [russian, english]) {
      for (const { noun, through, actions, onlyRoles } of roles.flatMap(allowedTo)) {
        expect([noun in access.nouns, through in access.scopes, ...actions.map((action) => action in access.actions), ...onlyRoles.map((role) => role in access.roles)]).not.toContain(false);
      }
    }
  });
});
