import type { Competence, InitiativeStatus } from "@/platform/db/client/client";
import { officeMoment } from "./moments";
import { councilAnswers, nominatedAnswers } from "./phrases";
import type { Chance } from "./random";
import type { DirectedText } from "./texts";
import type { DemoMarathon } from "./world";

export interface Outcome {
  decision: "nominated" | "includedInProgramme" | "alreadyUnderWay" | "beyondCompetence" | "notSupported";
  competence: Competence;
  answer: keyof DirectedText["answers"];
  /** instead of the text's own answer */
  words?: string;
}

/** When the steps of an initiative's course happen; what lies after now has not happened. */
export interface Schedule {
  submittedAt: Date;
  acceptedAt?: Date;
  askedAt?: Date;
  repliedAt?: Date;
  preparedAt?: Date;
  decidedAt?: Date;
  outcome: Outcome;
  /** put forward to the council */
  raisedAt?: Date;
  raiseAnsweredAt?: Date;
  raiseAnswer?: (typeof councilAnswers)[number];
  /** the council puts it forward to the country instead of answering */
  toCountry?: boolean;
  countryAnsweredAt?: Date;
  carriedOutAt?: Date;
  withdrawnAt?: Date;
  /** set where a municipality tightened the term, and so on: replaces what the calendar gives */
  dueOn?: Date;
}

const saysNominated = /выдвин|выдвиг|передан[оа]? в регион|направлен[оа]? дальше/i;

/** Outcomes that the text has an answer for, by what is believable; the decision is the one that the answer speaks of. */
export function drawOutcome(text: DirectedText, chance: Chance): Outcome {
  const { answers, competence } = text;
  const isOwn = competence === "municipal";
  const outcomes: (readonly [Outcome, number])[] = [];
  const supported = answers.supported;
  if (supported) outcomes.push([{ decision: saysNominated.test(supported) ? "nominated" : "includedInProgramme", competence, answer: "supported" }, isOwn ? 40 : 22]);
  if (supported && isOwn) outcomes.push([{ decision: "nominated", competence, answer: "supported", words: chance.pick(nominatedAnswers) }, 10]);
  if (answers.alreadyUnderWay) outcomes.push([{ decision: "alreadyUnderWay", competence, answer: "alreadyUnderWay" }, isOwn ? 20 : 12]);
  if (answers.notSupported) outcomes.push([{ decision: "notSupported", competence, answer: "notSupported" }, isOwn ? 18 : 6]);
  if (answers.beyond) outcomes.push([{ decision: "beyondCompetence", competence: isOwn ? "regional" : competence, answer: "beyond" }, isOwn ? 5 : 44]);
  if (outcomes.length === 0) return isOwn ? { decision: "notSupported", competence, answer: "notSupported" } : { decision: "beyondCompetence", competence, answer: "beyond" };
  return chance.weighted(outcomes);
}

/** A believable course: quick and slow groups, a question to the author now and then. */
export function drawSchedule(text: DirectedText, submittedAt: Date, marathon: DemoMarathon, zone: string, pace: number, chance: Chance): Schedule {
  const outcome = drawOutcome(text, chance);
  const wait = (after: Date, from: number, to: number) => officeMoment(zone, after, Math.round(chance.between(from, to) * pace), chance);
  const schedule: Schedule = { submittedAt, outcome };
  if (chance.happens(0.018)) schedule.withdrawnAt = new Date(submittedAt.getTime() + chance.between(0.1, 3) * 86_400_000);
  schedule.acceptedAt = wait(submittedAt, 0.2, 2.6);
  let from = schedule.acceptedAt;
  if (text.answers.clarify ? chance.happens(0.17) : chance.happens(0.02)) {
    schedule.askedAt = wait(from, 0.6, 2.4);
    if (marathon.key === "previous" || chance.happens(0.75)) from = schedule.repliedAt = new Date(schedule.askedAt.getTime() + chance.between(0.3, 3.5) * 86_400_000);
    else return schedule;
  }
  schedule.preparedAt = wait(from, 2, marathon.answerWorkingDays - 2.5);
  schedule.decidedAt = wait(schedule.preparedAt, 0.6, 2.4);
  if (marathon.key === "current" && chance.happens(0.09)) delete schedule.decidedAt;
  if (!schedule.decidedAt) return schedule;
  addAftermath(schedule, outcome, marathon, wait, chance);
  return schedule;
}

type Wait = (after: Date, from: number, to: number) => Date;

function addAftermath(schedule: Schedule, outcome: Outcome, marathon: DemoMarathon, wait: Wait, chance: Chance): void {
  const { decision, competence } = outcome;
  const decidedAt = schedule.decidedAt as Date;
  const goesUp = decision === "beyondCompetence" ? 0.94 : decision === "nominated" ? (competence === "municipal" ? 0.12 : 0.95) : 0;
  if (chance.happens(goesUp)) {
    schedule.raisedAt = wait(decidedAt, 0, 1.4);
    schedule.toCountry = competence === "federal" && chance.happens(0.5);
    if (chance.happens(marathon.key === "previous" ? 0.98 : 0.5)) {
      schedule.raiseAnsweredAt = wait(schedule.raisedAt, 2, 14);
      schedule.raiseAnswer = chance.weighted(councilAnswers.map((answer) => [answer, answer.weight] as const));
    }
    if (schedule.toCountry && schedule.raiseAnsweredAt && chance.happens(0.8)) schedule.countryAnsweredAt = wait(schedule.raiseAnsweredAt, 8, 25);
  }
  const done = decision === "includedInProgramme" || decision === "alreadyUnderWay" ? 0.4 : 0;
  if (chance.happens(done)) schedule.carriedOutAt = wait(decidedAt, marathon.key === "previous" ? 15 : 4, 90);
}

/** A step that was taken: what the ledger and the messages follow from. */
export interface Moved {
  at: Date;
  /** kind of the event */
  kind: string;
  from: InitiativeStatus | null;
  to: InitiativeStatus;
  text: string | undefined;
}
