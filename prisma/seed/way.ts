import { appealDays, appealDueAt } from "@/features/initiatives/considering/appeal/rules";
import type { InitiativeStatus, Prisma } from "@/platform/db/client/client";
import { russianCalendar } from "@/shared/dates/working-days";
import { demoId } from "./ids";
import type { GrownInitiative } from "./initiatives";
import { dayIn } from "./moments";
import { homeOktmo, type DemoPerson, type World } from "./world";

const objectionTerm = 10;
const words = {
  objection: "Не согласны: в ответе сказано, что денег нет, а расходы мы не просили. Просим только разрешить сделать своими силами.",
  objectionAnswer: "Вы правы, в первом ответе этого не учли. Работы своими силами разрешаем, материалы для них предусмотрены в программе.",
  offer: "Участок дороги относится к вашему муниципалитету, просим рассмотреть у вас.",
  offerReturned: "По нашим картам граница проходит севернее, участок остаётся у вас.",
  remark: "Уберите, пожалуйста, фамилию и телефон соседа: без его согласия их публиковать нельзя.",
  signer: "глава муниципалитета",
} as const;

/** What the plan of the demonstration has no schedule for: one initiative at each of the rarer points of its way. In: all of them with their course told. */
export function addWay(world: World, grown: readonly GrownInitiative[]): void {
  new Way(world, grown).add();
}

class Way {
  private readonly taken = new Set<GrownInitiative>();
  private readonly busy: ReadonlySet<DemoPerson>;

  constructor(private readonly world: World, private readonly grown: readonly GrownInitiative[]) {
    this.busy = new Set(world.named.values());
  }

  add(): void {
    this.object(false);
    this.object(true);
    this.offerHere();
    this.returned();
    const fresh = this.find("submitted", true, 4);
    if (fresh) this.tell(fresh, 40, "published", fresh.municipality.moderator, "moderator", { to: "moderated" });
    const back = this.find("submitted", true, 4);
    if (back) {
      const at = this.tell(back, 30, "returnedToAuthor", back.municipality.moderator, "moderator", { to: "returned", visibility: "author", text: words.remark, data: { found: ["personalData"] } });
      Object.assign(back.row, { dueAt: null, pausedLeft: 4, authorDueAt: this.deadline(back, at, objectionTerm) });
    }
    const signed = this.find("includedInProgramme", true);
    if (signed) this.sign(signed);
    const appeal = this.find("inConsideration", false);
    if (appeal) Object.assign(appeal.row, { isAppeal: true, appealDueAt: appealDueAt(appeal.row.submittedAt as Date, appealDays, { days: russianCalendar, zone: appeal.municipality.zone }) });
  }

  private object(isAnswered: boolean): void {
    const story = this.find("notSupported", true);
    if (!story) return;
    const { row, municipality, author } = story;
    const at = this.tell(story, isAnswered ? 26 * 60 : 90, "objected", author, "person", { text: words.objection, data: { toUnitId: municipality.id } });
    const objection: Prisma.ObjectionCreateManyInput = { initiativeId: row.id ?? "", text: words.objection, status: "notSupported", formerAnswer: row.answer ?? null, toUnitId: municipality.id, at, dueAt: this.deadline(story, at, objectionTerm) };
    this.world.tables.Objection.push(objection);
    if (!isAnswered) return void Object.assign(row, { objectionAtId: municipality.id, dueAt: objection.dueAt });
    const answeredAt = this.tell(story, 60, "objectionAnswered", municipality.head, "head", { to: "includedInProgramme", text: words.objectionAnswer, data: { decision: "includedInProgramme", competence: "municipal", upheld: false } });
    Object.assign(objection, { answer: words.objectionAnswer, answeredById: municipality.head.id, answeredAt });
    Object.assign(row, { answer: words.objectionAnswer, answeredById: municipality.head.id, decidedAt: answeredAt, competence: "municipal" });
    story.moves.push({ at: answeredAt, kind: "objectionAnswered", from: "notSupported", to: "includedInProgramme", text: words.objectionAnswer });
  }

  /** A neighbour's that waits for the word of the demonstration's municipality. */
  private offerHere(): void {
    const home = this.home();
    const story = this.find("inConsideration", false);
    if (!story || !home) return;
    const at = this.tell(story, 120, "offered", story.group.lead, "workingGroupLead", { text: words.offer, data: { toUnitId: home.id } });
    this.world.tables.Transfer.push({ id: demoId(`transfer:${story.row.id}`), initiativeId: story.row.id ?? "", fromMunicipalityId: story.municipality.id, toMunicipalityId: home.id, state: "offered", reason: words.offer, byId: story.group.lead.id, at });
    story.row.offeredToId = home.id;
  }

  /** One of ours that a neighbour gave back. */
  private returned(): void {
    const neighbour = this.grown.find((one) => one.marathon.key === "current" && one.municipality !== this.home() && one.municipality.region === this.home()?.region)?.municipality;
    const story = this.find("inConsideration", true, 12);
    if (!story || !neighbour) return;
    const at = this.tell(story, 200, "offered", story.group.lead, "workingGroupLead", { text: words.offer, data: { toUnitId: neighbour.id } });
    const answeredAt = this.tell(story, 100, "offerReturned", neighbour.responsible, "responsiblePerson", { text: words.offerReturned });
    this.world.tables.Transfer.push({
      id: demoId(`transfer:${story.row.id}`), initiativeId: story.row.id ?? "", fromMunicipalityId: story.municipality.id, toMunicipalityId: neighbour.id, state: "returned", reason: words.offer, byId: story.group.lead.id, at,
      answer: words.offerReturned, answeredById: neighbour.responsible.id, answeredAt,
    });
  }

  private sign(story: GrownInitiative): void {
    const { row, municipality, group } = story;
    const { head } = municipality;
    const signer = `${head.fullName}, ${words.signer}`;
    const at = this.tell(story, 50, "signed", group.secretary, "workingGroupSecretary", { data: { signer, number: "01-24/118" } });
    Object.assign(row, { signedBy: signer, signedNumber: "01-24/118", signedOn: new Date(`${dayIn(municipality.zone, at)}T00:00:00Z`) });
    const passedAt = this.tell(story, 45, "passedOn", group.secretary, "workingGroupSecretary", { data: { system: "pos", number: "1274530" } });
    this.world.tables.PassedOn.push({ id: demoId(`passed:${row.id}`), initiativeId: row.id ?? "", system: "pos", number: "1274530", link: null, byId: group.secretary.id, at: passedAt });
  }

  /** The newest of this year in that state whose author nobody signs in as; null where fewer than `least` are there: the others keep their work. */
  private find(status: InitiativeStatus, isHome: boolean, least = 1): GrownInitiative | null {
    const home = this.home();
    const prepared = new Set(this.world.tables.DecisionProposal.map(({ initiativeId }) => initiativeId));
    const fitting = this.grown.filter(({ marathon, municipality, row, author }) =>
      marathon.key === "current" && row.status === status && (isHome ? municipality === home : municipality !== home && municipality.region === home?.region) && !this.busy.has(author) && !prepared.has(row.id ?? "") && (row.updatedAt as Date).getTime() < this.world.now.getTime() - 2 * 86_400_000);
    const free = fitting.filter((story) => !this.taken.has(story) && (row => row.dueAt === null || row.dueAt === undefined || (row.dueAt as Date) > this.world.now)(story.row));
    const story = fitting.length >= least ? free.at(-1) : undefined;
    if (story) this.taken.add(story);
    return story ?? null;
  }

  private home() {
    return this.grown.find(({ municipality }) => municipality.fact.oktmo === homeOktmo)?.municipality;
  }

  private deadline({ municipality }: GrownInitiative, from: Date, workingDays: number): Date {
    return russianCalendar.workingDeadline(dayIn(municipality.zone, from), workingDays, municipality.zone);
  }

  /** Out: when it happened, so many minutes ago. */
  private tell({ row }: GrownInitiative, minutesAgo: number, kind: string, by: DemoPerson, role: string, said: { to?: InitiativeStatus; visibility?: "public" | "author"; text?: string; data?: Prisma.InputJsonObject }): Date {
    const at = new Date(this.world.now.getTime() - minutesAgo * 60_000);
    const { to, visibility = "public", text, data } = said;
    this.world.tables.InitiativeEvent.push({ id: demoId(`way:${row.id}:${kind}`), initiativeId: row.id ?? "", kind, visibility, byId: by.id, byRole: role, toStatus: to ?? null, text: text ?? null, data: data as Prisma.InputJsonValue | undefined, at });
    Object.assign(row, { updatedAt: at, version: (row.version ?? 1) + 1, ...(to ? { status: to } : {}) });
    return at;
  }
}
