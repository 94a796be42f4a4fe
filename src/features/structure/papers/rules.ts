import { createTranslator } from "next-intl";
import type { Role } from "@/access/roles";
import { formatNumericDate } from "@/shared/dates/format";
import { plainDate } from "@/shared/dates/plain-date";
import { signatureName, type PersonName } from "@/shared/text/person-name";
import type { Block, Paper } from "./schema";
import words from "./words/ru.json" with { type: "json" };

/** Somebody in a paper: who, and «назначить кого». */
export interface Named {
  readonly name: PersonName;
  readonly full: string;
  readonly whom: string;
  /** where they work otherwise: «заместитель главы администрации» */
  readonly position: string | null;
  readonly role: Role;
  readonly act: { readonly kind: string | null; readonly number: string | null; readonly date: string | null };
}

/** For a place in a paper; rights are another matter. */
export const holding = (...wanted: readonly Role[]) => ({ role }: { readonly role: Role }): boolean => wanted.includes(role);

export interface Setting {
  readonly municipality: string;
  readonly nameGenitive: string | null;
  /** «Глава», «Глава администрации»: a municipality's own */
  readonly headTitle: string | null;
  readonly head: Named | null;
  readonly marathon: string;
  readonly startsOn: string;
  /** roles last until the end of the closing period */
  readonly closingEndsOn: string;
  /** the day on which the paper is made */
  readonly today: string;
}

export interface GroupOfPaper {
  readonly name: string;
  readonly directions: readonly string[];
  readonly members: readonly Named[];
}

export interface OrganisationOfPaper {
  readonly name: string;
  readonly members: readonly Named[];
}

// papers are written in Russian, whatever language the screen speaks
const t = createTranslator({ locale: "ru", messages: words, timeZone: "Europe/Moscow" });
type Role9 = keyof typeof words.roles;

const line = (text: string, more: Omit<Extract<Block, { kind: "text" }>, "kind" | "text"> = {}): Block => ({ kind: "text", text, ...more });
const clause = (text: string): Block => line(text, { indent: true });
const roleWords = (role: Role): string => (role in words.roles ? t(`roles.${role as Role9}`) : "");
const day = (text: string): string => formatNumericDate(plainDate(text), "ru");
const ranks: readonly Role[] = ["head", "responsiblePerson", "coordinationGroupMember", "workingGroupLead", "workingGroupSecretary", "workingGroupMember", "director", "coordinator", "executor"];
const inRank = (people: readonly Named[]): readonly Named[] => people.toSorted((a, b) => ranks.indexOf(a.role) - ranks.indexOf(b.role));

/** Clauses are numbered as they come: what is left out leaves no gap. */
function numbered(...makers: readonly (((n: number) => string) | null)[]): Block[] {
  return makers.filter((make) => make !== null).map((make, index) => clause(make(index + 1)));
}

const yearOf = ({ today }: Setting): string => today.slice(0, 4);

function heading(kind: "directive" | "order", issuer: string, title: string, year: string): Block[] {
  return [
    line(issuer, { align: "centre", bold: true, space: "after" }), line(t(kind), { align: "centre", bold: true, space: "after" }),
    { kind: "apart", parts: [t("date", { year }), t("number")], widths: [60, 40] }, line(t("madeAt"), { align: "centre", space: "before" }),
    line(title, { align: "centre", bold: true, space: "before" }), line(""),
  ];
}

/** Who issues a распоряжение: the administration where the head heads it, else the head; by the name alone where its oblique form isn't known. */
function issuerOf({ municipality, nameGenitive, headTitle }: Setting): string {
  const begins = (words: string): boolean => headTitle?.toLowerCase().startsWith(words.toLowerCase()) ?? false;
  if (!nameGenitive || !begins(t("head"))) return municipality.toUpperCase();
  return `${begins(t("headOfAdministration")) ? t("administration") : t("head")} ${nameGenitive}`.toUpperCase();
}

const whereOf = ({ municipality, nameGenitive }: Setting): string => (nameGenitive ? t("whereGenitive", { name: nameGenitive }) : t("where", { name: municipality }));
const purposeOf = (setting: Setting): string => t("purpose", { marathon: setting.marathon, where: whereOf(setting) });
const signed = (title: string, who: Named | null): Block[] => [line("", { space: "after" }), { kind: "apart", parts: [title, t("signature"), who ? signatureName(who.name) : t("signature")], widths: [50, 22, 28] }];
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const annex = (to: string, title: string): Block[] => [line(to, { align: "aside", newPage: true, space: "after" }), line(title, { align: "centre", bold: true, space: "after" })];
const lasts = ({ startsOn, closingEndsOn }: Setting) => ({ from: day(startsOn), to: day(closingEndsOn) });

/** «Глава Яранского района», but a title that says of what stands alone. */
function headSigns({ headTitle, head, nameGenitive }: Setting): Block[] {
  const title = headTitle ?? t("head");
  return signed(capital([title, title.split(" ").length <= 2 ? nameGenitive : null].filter(Boolean).join(" ")), head);
}

/** Members with the posts that they hold otherwise, where those are known. */
function table(people: readonly Named[]): Block {
  const hasPositions = people.some(({ position }) => position !== null);
  const rows = inRank(people).map(({ full, position, role }, index) => [String(index + 1), full, ...(hasPositions ? [capital(position ?? "")] : []), capital(roleWords(role))]);
  return { kind: "table", header: [t("columns.n"), t("columns.name"), ...(hasPositions ? [t("columns.position")] : []), t("columns.role")], rows, widths: hasPositions ? [7, 33, 36, 24] : [8, 56, 36] };
}

/** Распоряжение о координационной группе, with its members and the person responsible for the marathon (seed 002, tier 1). */
export function coordinationPaper(setting: Setting, members: readonly Named[], responsible: readonly Named[]): Paper {
  const { marathon, head } = setting;
  const year = yearOf(setting);
  const title = t("coordination.title", { marathon });
  const all = [...(head ? [{ ...head, position: setting.headTitle }] : []), ...members, ...responsible];
  return {
    fileName: "coordination-group", title,
    blocks: [
      ...heading("directive", issuerOf(setting), title, year), clause(`${purposeOf(setting)}:`),
      ...numbered(
        (n) => t("coordination.create", { n, marathon }), (n) => t("coordination.lasts", { n, ...lasts(setting) }), (n) => t("coordination.tasks", { n }),
        ...responsible.map(({ whom }) => (n: number) => t("coordination.responsible", { n, whom })), (n) => t("control", { n }),
      ),
      ...headSigns(setting), ...annex(t("coordination.annexTo", { year }), t("coordination.annexTitle", { marathon })), all.length > 0 ? table(all) : line(t("nobody"), { align: "centre" }),
    ],
  };
}

/** Распоряжение о рабочих группах: an annex for each, with its directions and members (seed 002, tier 2). */
export function groupsPaper(setting: Setting, groups: readonly GroupOfPaper[]): Paper {
  const { marathon } = setting;
  const year = yearOf(setting);
  const title = t("groups.title", { marathon });
  const leads = groups.flatMap(({ name, members }) => members.filter(holding("workingGroupLead")).map(({ whom }) => (n: number) => t("groups.lead", { n, group: name, whom })));
  return {
    fileName: "working-groups", title,
    blocks: [
      ...heading("directive", issuerOf(setting), title, year), clause(`${purposeOf(setting)}:`),
      ...numbered((n) => (groups.length > 1 ? t("groups.create", { n, marathon, count: groups.length }) : t("groups.createOne", { n, marathon })), (n) => t("groups.lasts", { n, ...lasts(setting) }), ...leads, (n) => t("groups.tasks", { n }), (n) => t("control", { n })),
      ...headSigns(setting),
      ...groups.flatMap(({ name, directions, members }, index) => [
        ...annex(t("groups.annexTo", { number: index + 1, year }), t("groups.annexTitle", { group: name })),
        ...(directions.length > 0 ? [line(t("groups.directions", { names: directions.join("; ") }), { space: "after" })] : []),
        members.length > 0 ? table(members) : line(t("nobody"), { align: "centre" }),
      ]),
    ],
  };
}

/** Протокол of the coordination group's meeting: who is in it, what stands by the data; votes and the secretary are written in by hand. */
export function protocolPaper(setting: Setting, { members, groups, organisations }: { readonly members: readonly Named[]; readonly groups: readonly GroupOfPaper[]; readonly organisations: readonly OrganisationOfPaper[] }): Paper {
  const { marathon, head, headTitle } = setting;
  const year = yearOf(setting);
  const title = t("protocol.title", { marathon });
  const present = [...(head ? [{ ...head, position: headTitle }] : []), ...members];
  const leadOf = ({ members: own }: GroupOfPaper) => own.find(holding("workingGroupLead"))?.full ?? t("protocol.noLead");
  const without = organisations.filter(({ members: own }) => !own.some(holding("coordinator"))).map(({ name }) => name);
  const vote = line(t("protocol.vote"), { space: "after" });
  return {
    fileName: "coordination-protocol", title,
    blocks: [
      line(setting.municipality.toUpperCase(), { align: "centre", bold: true, space: "after" }), line(t("protocolWord"), { align: "centre", bold: true }), line(title, { align: "centre", bold: true, space: "after" }),
      { kind: "apart", parts: [t("date", { year }), t("number")], widths: [60, 40] }, line(t("protocol.place"), { align: "centre", space: "before" }),
      line(t("protocol.present"), { align: "left", bold: true, space: "before" }), present.length > 0 ? table(present) : line(t("nobody"), { align: "centre" }),
      line(t("protocol.agenda"), { align: "left", bold: true, space: "before" }), clause(t("protocol.agendaGroups")), clause(t("protocol.agendaCoordinators")),
      line(t("protocol.decided"), { align: "left", bold: true, space: "before" }),
      clause(groups.length > 0 ? t("protocol.groups", { marathon }) : t("protocol.noGroups")),
      ...(groups.length > 0 ? [{ kind: "table" as const, header: [t("columns.group"), t("columns.directions"), t("columns.lead")], rows: groups.map((group) => [group.name, group.directions.join("; "), leadOf(group)]), widths: [30, 42, 28] }] : []), vote,
      clause(t("protocol.coordinators", { appointed: organisations.length - without.length, count: organisations.length })), ...(without.length > 0 ? [clause(t("protocol.without", { names: without.join("; ") }))] : []), vote,
      ...signed(t("protocol.chair"), head), ...signed(t("protocol.secretary"), null),
    ],
  };
}

/** Приказ of an organisation on its coordinators and executors (seed 002, tier 3). */
export function organisationPaper(setting: Setting, { name, members }: OrganisationOfPaper): Paper {
  const { marathon } = setting;
  const year = yearOf(setting);
  const title = t("organisation.title", { marathon });
  const appointed = inRank(members.filter(holding("coordinator", "executor")));
  const isCoordinator = holding("coordinator");
  const director = members.find(holding("director")) ?? null;
  return {
    fileName: "organisation-order", title,
    blocks: [
      ...heading("order", name, title, year), clause(purposeOf(setting)), line(t("organisation.command"), { align: "left", bold: true }),
      ...numbered(
        ...appointed.map((one) => (n: number) => t(isCoordinator(one) ? "organisation.coordinator" : "organisation.executor", { n, whom: one.whom })),
        (n) => t("organisation.lasts", { n, ...lasts(setting) }), (n) => t("organisation.tasks", { n }), (n) => t("control", { n }),
      ),
      ...signed(t("organisation.director"), director),
      ...(appointed.length > 0 ? [line(t("organisation.seen"), { align: "left", space: "before" }), ...appointed.map((one): Block => ({ kind: "apart", parts: [t("signature"), signatureName(one.name), t("date", { year })], widths: [22, 42, 36] }))] : []),
    ],
  };
}

/** Список координаторов by organisation, with the act by which each was appointed. */
export function listPaper(setting: Setting, organisations: readonly OrganisationOfPaper[]): Paper {
  const title = t("list.title", { marathon: setting.marathon });
  const rows = organisations.flatMap(({ name, members }) => inRank(members.filter(holding("coordinator", "executor"))).map((one) => [name, [one.full, one.position].filter(Boolean).join(", "), capital(roleWords(one.role)), actWords(one.act)]));
  return {
    fileName: "coordinators", title,
    blocks: [
      line(title, { align: "centre", bold: true, space: "after" }), line(t("list.asOf", { place: setting.municipality, day: day(setting.today) }), { align: "centre", space: "after" }),
      rows.length === 0 ? line(t("nobody"), { align: "centre" }) : { kind: "table", header: [t("columns.n"), t("columns.organisation"), t("columns.name"), t("columns.role"), t("columns.act")], rows: rows.map((row, index) => [String(index + 1), ...row]), widths: [6, 26, 26, 21, 21] },
      ...headSigns(setting),
    ],
  };
}

function actWords({ kind, number, date }: Named["act"]): string {
  return number && date ? t("act", { kind: kind ?? "other", number: number.replaceAll("-", "\u2011"), date: day(date) }) : t("noAct");
}
