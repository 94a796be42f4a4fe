import { plural } from "./grammar";
import { accountRoles, homeOktmo, type AccountRole, type DemoAccount, type World } from "./world";

/** One password for everybody in the demonstration; easy to type, public, worth nothing elsewhere. */
export const demoPassword = "dialog-2026-demo";

const titles: Readonly<Record<AccountRole, string>> = {
  resident: "Житель", coordinator: "Координатор", executor: "Исполнитель", director: "Руководитель организации", groupMember: "Член рабочей группы",
  secretary: "Секретарь рабочей группы", lead: "Руководитель рабочей группы", deputy: "Член координационной группы", responsible: "Ответственный за марафон",
  head: "Глава", operator: "Оператор горячей линии", moderator: "Модератор", council: "Совет муниципальных образований", council2: "Совет муниципальных образований",
  country: "Наблюдатель по стране", administrator: "Администратор",
};

/** The named accounts, in the order in which a guide shows them. */
export function listAccounts(world: World): DemoAccount[] {
  const home = world.municipalities.find((one) => one.fact.oktmo === homeOktmo);
  const group = world.marathons.at(-1)?.taking.get(home?.id ?? "")?.groups.find((one) => one.directions.includes("landscaping"));
  const place = home?.fact.shortName ?? "";
  const where: Partial<Record<AccountRole, string>> = {
    coordinator: `${place}, ${home?.organisations[0]?.name}`, executor: `${place}, ${home?.organisations[0]?.name}`, director: `${place}, ${home?.organisations[0]?.name}`,
    groupMember: `${place}, ${group?.name}`, secretary: `${place}, ${group?.name}`, lead: `${place}, ${group?.name}`, council: world.regions[0]?.name, council2: world.regions[1]?.name,
    country: "Россия", administrator: "Россия",
  };
  return accountRoles.flatMap((role) => {
    const person = world.named.get(role);
    return person ? [{ role: titles[role], login: `${role.toLowerCase()}@demo.example`, password: demoPassword, name: person.fullName, where: where[role] ?? place }] : [];
  });
}

/** «3 012 инициатив» for the report of a load. */
export function counted(count: number, one: string, few: string, many: string): string {
  return `${count.toLocaleString("ru-RU")} ${plural(count, one, few, many)}`;
}
