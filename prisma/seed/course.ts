import type { InitiativeStatus, Prisma, Visibility } from "@/platform/db/client/client";
import { russianCalendar } from "@/shared/dates/working-days";
import { lastDayOf } from "@/shared/dates/zone";
import { demoId } from "./ids";
import { dayIn } from "./moments";
import { carriedOutNotes, clarifyQuestion, clarifyReplies, countryAnswers, fallbackAnswers, forwardedAnswer, reasonsCountry, reasonsUp } from "./phrases";
import type { Place } from "./places";
import type { Chance } from "./random";
import type { Moved, Schedule } from "./schedule";
import type { DirectedText } from "./texts";
import { internalNotes, withdrawReasons } from "./texts/reasons";
import { fillAt } from "./wording";
import type { DemoGroup, DemoMarathon, DemoMunicipality, DemoPerson, World } from "./world";

/** Notes and reasons that fit whatever the text is about. */
const plainNotes = [2, 3, 8].map((index) => internalNotes[index] ?? "");
const plainReasons = withdrawReasons.slice(2, 7);

/** Until when an author answers a question. */
const authorWorkingDays = 10;

export interface Story {
  row: Prisma.InitiativeCreateManyInput;
  text: DirectedText;
  place: Place;
  author: DemoPerson;
  /** with whose help it was worded and sent */
  helper: { person: DemoPerson; role: "coordinator" | "executor" } | null;
  municipality: DemoMunicipality;
  marathon: DemoMarathon;
  group: DemoGroup;
  schedule: Schedule;
  chance: Chance;
}

/** Tells an initiative's course up to now: its events, its proposal and nominations, and what the row itself says. */
export class Course {
  readonly moves: Moved[] = [];
  private version = 1;
  private events = 0;

  constructor(private readonly world: World, private readonly story: Story) {}

  tell(): Moved[] {
    const { schedule, author, row } = this.story;
    const { helper } = this.story;
    const sender = helper ? { by: helper.person, role: helper.role, data: { helperUnitId: row.originatingId } } : { by: author, role: "person" };
    this.step("submitted", schedule.submittedAt, { ...sender, to: "submitted" });
    row.dueAt = this.deadline(schedule.submittedAt, this.story.marathon.reactionWorkingDays);
    this.follow();
    if (schedule.dueOn && row.dueAt) row.dueAt = schedule.dueOn;
    Object.assign(row, { version: this.version });
    return this.moves;
  }

  private follow(): void {
    const { schedule, author, chance } = this.story;
    const withdrawn = this.happened(schedule.withdrawnAt);
    const before = (at: Date | undefined): at is Date => this.happened(at) && (!withdrawn || at < (schedule.withdrawnAt as Date));
    const ending = () => {
      if (withdrawn && schedule.withdrawnAt) this.step("withdrawn", schedule.withdrawnAt, { by: author, role: "person", to: "withdrawn", text: chance.pick(plainReasons), ends: true });
    };
    if (!before(schedule.acceptedAt)) return ending();
    this.accept(schedule.acceptedAt);
    if (before(schedule.askedAt)) {
      this.ask(schedule.askedAt);
      if (!before(schedule.repliedAt)) return ending();
      this.reply(schedule.repliedAt);
    }
    if (withdrawn) return ending();
    if (!before(schedule.preparedAt)) return;
    this.prepare(schedule.preparedAt);
    if (!before(schedule.decidedAt)) return this.propose(schedule.preparedAt);
    this.decide(schedule.decidedAt);
    if (this.happened(schedule.raisedAt)) this.raise(schedule.raisedAt);
    if (this.happened(schedule.carriedOutAt)) this.step("carriedOut", schedule.carriedOutAt, { by: this.story.group.secretary, role: "workingGroupSecretary", to: "carriedOut", text: chance.pick(carriedOutNotes) });
  }

  private happened(at: Date | undefined): at is Date {
    return at !== undefined && at.getTime() < this.world.now.getTime();
  }

  private deadline(from: Date, workingDays: number): Date {
    return russianCalendar.workingDeadline(dayIn(this.story.municipality.zone, from), workingDays, this.story.municipality.zone);
  }

  private accept(at: Date): void {
    const { row, group, marathon, schedule, chance } = this.story;
    this.step("accepted", at, { by: group.secretary, role: "workingGroupSecretary", to: "inConsideration" });
    row.dueAt = this.deadline(at, marathon.answerWorkingDays);
    const notedAt = new Date(at.getTime() + chance.whole(4, 90) * 60_000);
    const next = schedule.askedAt ?? schedule.preparedAt ?? schedule.withdrawnAt ?? this.world.now;
    if (chance.happens(0.12) && notedAt < next && this.happened(notedAt)) this.event("note", notedAt, { by: group.secretary, role: "workingGroupSecretary", visibility: "internal", text: chance.pick(plainNotes) });
  }

  private ask(at: Date): void {
    const { row, group, text, place, municipality } = this.story;
    const { zone } = municipality;
    this.step("clarificationAsked", at, { by: group.secretary, role: "workingGroupSecretary", to: "clarification", visibility: "author", text: fillAt(text.answers.clarify ?? clarifyQuestion, place) });
    row.pausedLeft = russianCalendar.workingDaysBetween(dayIn(zone, at), lastDayOf(zone, row.dueAt as Date));
    row.dueAt = null;
    row.authorDueAt = this.deadline(at, authorWorkingDays);
  }

  private reply(at: Date): void {
    const { row, author, place, chance } = this.story;
    this.step("clarificationAnswered", at, { by: author, role: "person", to: "inConsideration", visibility: "author", text: chance.pick(clarifyReplies).replace("{place}", place.text) });
    row.dueAt = this.deadline(at, Math.max(1, row.pausedLeft ?? 1));
    Object.assign(row, { pausedLeft: null, authorDueAt: null });
  }

  private answerText(): string {
    const { schedule, text, place } = this.story;
    const { answer, words } = schedule.outcome;
    return words ?? fillAt(text.answers[answer] ?? (answer === "clarify" ? clarifyQuestion : fallbackAnswers[answer]), place);
  }

  private prepare(at: Date): void {
    const { group, schedule } = this.story;
    this.event("proposalPrepared", at, { by: group.secretary, role: "workingGroupSecretary", visibility: "internal", text: this.answerText(), data: { decision: schedule.outcome.decision, competence: schedule.outcome.competence } });
  }

  private propose(at: Date): void {
    const { row, group, schedule } = this.story;
    row.isPrepared = true;
    this.world.tables.DecisionProposal.push({
      initiativeId: row.id, decision: schedule.outcome.decision, competence: schedule.outcome.competence, text: this.answerText(),
      preparedById: group.secretary.id, preparedAt: at, version: this.version,
    });
  }

  private decide(at: Date): void {
    const { row, group, schedule, municipality } = this.story;
    const { decision, competence } = schedule.outcome;
    const answer = this.answerText();
    this.step("decided", at, { by: group.lead, role: "workingGroupLead", to: decision, text: answer, data: { decision, competence }, ends: true });
    Object.assign(row, { answer, answeredById: group.lead.id, competence, decidedAt: at });
    if (decision !== "nominated") return;
    // What a group supports it puts forward to its own municipality first.
    this.nominate({ at, fromBodyId: group.id, toUnitId: municipality.id, by: group.lead, reason: answer });
  }

  private raise(at: Date): void {
    const { row, municipality, schedule, chance } = this.story;
    const { region, head } = municipality;
    const reason = chance.pick(reasonsUp);
    const nomination = this.nominate({ at, fromUnitId: municipality.id, toUnitId: region.id, by: head, reason });
    this.step("nominated", at, { by: head, role: "head", to: "nominated", text: reason, data: { toUnitId: region.id } });
    row.handedToId = region.id;
    const staff = region.council[0] as DemoPerson;
    if (!this.happened(schedule.raiseAnsweredAt) || !schedule.raiseAnswer) return;
    if (schedule.toCountry) {
      Object.assign(nomination, { answer: forwardedAnswer, answeredById: staff.id, answeredAt: schedule.raiseAnsweredAt });
      return this.raiseToCountry(schedule.raiseAnsweredAt, staff);
    }
    const { text, to } = schedule.raiseAnswer;
    Object.assign(nomination, { answer: text, answeredById: staff.id, answeredAt: schedule.raiseAnsweredAt });
    this.step("nominationAnswered", schedule.raiseAnsweredAt, { by: staff, role: "councilStaff", to, text, data: { fromUnitId: region.id } });
  }

  private raiseToCountry(at: Date, staff: DemoPerson): void {
    const { row, municipality, schedule, chance } = this.story;
    const reason = chance.pick(reasonsCountry);
    const nomination = this.nominate({ at, fromUnitId: municipality.region.id, toUnitId: this.world.countryId, by: staff, reason });
    this.event("nominated", at, { by: staff, role: "councilStaff", text: reason, data: { toUnitId: this.world.countryId } });
    Object.assign(row, { handedToId: this.world.countryId, wayIds: [municipality.region.id] });
    const observer = this.world.named.get("country");
    if (!observer || !this.happened(schedule.countryAnsweredAt)) return;
    const answer = chance.pick(countryAnswers);
    Object.assign(nomination, { answer, answeredById: observer.id, answeredAt: schedule.countryAnsweredAt });
    this.event("nominationAnswered", schedule.countryAnsweredAt, { by: observer, role: "countryObserver", text: answer, data: { fromUnitId: this.world.countryId } });
  }

  private nominate(wish: { at: Date; fromBodyId?: string; fromUnitId?: string; toUnitId: string; by: DemoPerson; reason: string }): Prisma.NominationCreateManyInput {
    const { by, ...rest } = wish;
    const nomination: Prisma.NominationCreateManyInput = { id: demoId(`nomination:${this.story.row.id}:${wish.toUnitId}`), initiativeId: this.story.row.id ?? "", byId: by.id, ...rest };
    this.world.tables.Nomination.push(nomination);
    return nomination;
  }

  /** Another initiative about the same place takes this one in; its term ends, its author stays. */
  mergeInto(target: Prisma.InitiativeCreateManyInput, at: Date, note: string): void {
    const { row, group } = this.story;
    this.step("merged", at, { by: group.lead, role: "workingGroupLead", to: "merged", text: note, data: { intoId: target.id, intoNumber: target.number }, ends: true });
    Object.assign(row, { mergedIntoId: target.id, version: this.version });
  }

  private step(kind: string, at: Date, said: Said & { to: InitiativeStatus; ends?: boolean }): void {
    const { row } = this.story;
    const last = this.moves.at(-1);
    this.moves.push({ at, kind, from: last?.to ?? null, to: said.to, text: said.text });
    if (last) this.version += 1;
    Object.assign(row, { status: said.to, updatedAt: at });
    if (said.ends) Object.assign(row, { dueAt: null, pausedLeft: null, authorDueAt: null });
    this.event(kind, at, said);
  }

  private event(kind: string, at: Date, { by, role, to, visibility = "public", text, data }: Said & { to?: InitiativeStatus }): void {
    const { row } = this.story;
    this.events += 1;
    row.updatedAt = at;
    this.world.tables.InitiativeEvent.push({
      id: demoId(`event:${row.id}:${this.events}`), initiativeId: row.id, kind, visibility, byId: by.id, byRole: role, toStatus: to ?? null, text: text ?? null,
      data: data as Prisma.InputJsonValue | undefined, at,
    });
  }
}

interface Said {
  by: DemoPerson;
  role: string;
  visibility?: Visibility;
  text?: string;
  data?: Record<string, string | number | null | undefined>;
}
