import labels from "./messages/ru.json" with { type: "json" };
import type { Policy, PolicyRow, Scope } from "./policy";
import { policies } from "./rules/all";

type Row = PolicyRow<string, string>;
type Labels = Record<string, string>;

const { roles, nouns, actions, scopes, when } = labels.access as { roles: Labels; nouns: Labels; actions: Labels; scopes: Labels; when: Labels };

/** docs/access.md, whole: a changed right shows as a reviewed difference. Throws when a word has no Russian name. */
export function accessDocument(): string {
  const sections = Object.values(policies).map((policy) => section(policy as unknown as Policy<string, string, string>));
  return [
    "# Кто что может",
    "",
    "Страница сделана из таблиц в `src/access/rules`: правит её команда `npm run access`, а не рука. Чего здесь нет, того нельзя.",
    `Пока за общим компьютером с помощником работают вместе, остаётся открытое любому и то, где сказано «${when.whileAssisting}» или «${when.assisted}»: другие люди и свои страницы помощника закрыты (\`src/access/assisting.ts\`).`,
    "Без входа в систему чужое отвечает 401, вне своего — 404, внутри своего без права — 403.",
    "",
    ...sections,
  ].join("\n");
}

function section(policy: Policy<string, string, string>): string {
  const rows = (policy.rows as readonly Row[]).map((row) => `| ${name(roles, row.role)} | ${row.actions.map((action) => name(actions, action)).join(", ")} | ${name(scopes, row.through)} | ${conditions(row)} |`);
  const through = Object.entries(policy.scopes as Record<string, Scope>).map(([scope, how]) => `${name(scopes, scope)} — \`${Object.values(how)[0]}\``);
  return [`## ${name(nouns, policy.noun)} (\`${policy.noun}\`)`, "", ...(through.length ? [`Чьё: ${through.join("; ")}.`, ""] : []), "| Кто | Что может | Где | При условии |", "|---|---|---|---|", ...rows, ""].join("\n");
}

function conditions({ when: conditions, whileAssisting }: Row): string {
  return [
    ...Object.entries(conditions ?? {}).map(([fact, wanted]) => {
      const not = typeof wanted === "object" && wanted !== null && "not" in wanted;
      const values = [not ? (wanted as { not: unknown }).not : wanted].flat();
      return `\`${fact}\`: ${not ? `${when.not} ` : ""}${values.map((value) => (value === "me" ? when.me : value === "assisted" ? when.assisted : value === null ? when.empty : `\`${String(value)}\``)).join(", ")}`;
    }),
    ...(whileAssisting === undefined ? [] : [`${when.whileAssisting} — \`${whileAssisting}\`: ${when.assisted}`]),
  ].join("; ");
}

function name(of: Labels, key: string): string {
  const label = of[key];
  if (!label) throw new Error(`«${key}» has no name in src/access/messages/ru.json`);
  return label;
}
