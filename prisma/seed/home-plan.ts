import { addDays, type PlainDate } from "@/shared/dates/plain-date";
import { russianCalendar } from "@/shared/dates/working-days";
import { endOfDayIn } from "@/shared/dates/zone";
import type { DirectionKey } from "./directions";
import { dayIn, moment } from "./moments";
import { councilAnswers, nominatedAnswers } from "./phrases";
import type { Chance } from "./random";
import { drawOutcome, type Outcome, type Schedule } from "./schedule";
import type { DirectedText } from "./texts";
import type { AccountRole, DemoMarathon, World } from "./world";

/** What must wait at the workplaces of the named accounts. */
export interface Wanted {
  directions: readonly DirectionKey[];
  suits: (text: DirectedText) => boolean;
  schedule: (text: DirectedText, chance: Chance) => Schedule;
  author?: AccountRole;
  /** gathered in the coordinator's school, with whose help */
  helper?: "coordinator" | "executor" | "nobody";
}

const ours: readonly DirectionKey[] = ["housing", "landscaping", "ecology"];
const school: readonly DirectionKey[] = ["education", "youth", "sport", "safety", "transport"];
const any = () => true;

/** In: this year's marathon. Out: the initiatives that the demonstration's guide walks along, each at its point of the course. */
export function homePlan(world: World, marathon: DemoMarathon, zone: string): Wanted[] {
  const today = dayIn(zone, world.now);
  const back = (days: number): PlainDate => russianCalendar.addWorkingDays(today, -days);
  /** Accepted so that the answer falls due on the day; where the marathon is too young for that, with a tightened term. */
  const due = (workingDays: number, minute: number) => {
    const day = russianCalendar.addWorkingDays(today, workingDays);
    const wanted = russianCalendar.addWorkingDays(day, -marathon.answerWorkingDays);
    const accepted = wanted > marathon.startsOn ? wanted : addDays(marathon.startsOn, 1);
    return { submittedAt: moment(zone, addDays(accepted, -1), 1110 + minute), acceptedAt: moment(zone, accepted, 545 + minute), dueOn: endOfDayIn(zone, day) };
  };
  const waiting = (days: number, minute: number) => (text: DirectedText, chance: Chance): Schedule => ({ ...due(days, minute), outcome: drawOutcome(text, chance) });
  const prepared = (days: number, minute: number, outcome?: Outcome) => (text: DirectedText, chance: Chance): Schedule => ({
    ...due(days, minute), preparedAt: moment(zone, back(1), 600 + minute), outcome: outcome ?? drawOutcome(text, chance),
  });
  const raised = (text: DirectedText): Schedule => ({
    ...due(4, 20), preparedAt: moment(zone, back(4), 630), decidedAt: moment(zone, back(3), 700), raisedAt: moment(zone, back(1), 660),
    outcome: { decision: "beyondCompetence", competence: text.competence === "municipal" ? "regional" : text.competence, answer: "beyond" },
  });
  const onwards = (text: DirectedText): Schedule => ({
    ...raised(text), raisedAt: moment(zone, back(2), 660), raiseAnsweredAt: moment(zone, back(1), 700), raiseAnswer: councilAnswers[0], toCountry: true,
  });
  const fresh = (days: number, minute: number, overdue = false) => (text: DirectedText, chance: Chance): Schedule => ({
    submittedAt: moment(zone, back(days), minute), outcome: drawOutcome(text, chance), dueOn: overdue ? endOfDayIn(zone, back(1)) : undefined,
  });
  const asked = (days: number, minute: number) => (text: DirectedText, chance: Chance): Schedule => ({ ...due(days, minute), askedAt: moment(zone, back(2), 640 + minute), outcome: drawOutcome(text, chance) });
  const answered = (decision: Outcome["decision"], answer: Outcome["answer"]) => (text: DirectedText): Schedule => ({
    ...due(3, 30), preparedAt: moment(zone, back(3), 600), decidedAt: moment(zone, back(1), 680), outcome: { decision, competence: text.competence, answer },
  });
  const own = (text: DirectedText) => text.competence === "municipal" && text.answers.supported !== undefined;
  const beyond = (text: DirectedText) => text.answers.beyond !== undefined && text.competence !== "municipal";
  const federal = (text: DirectedText) => beyond(text) && text.competence === "federal";
  const clarify = (text: DirectedText) => text.answers.clarify !== undefined;

  return [
    ...[-3, -2, -1, 0, 0, 1, 1, 2, 3, 5].map((days, index): Wanted => ({ directions: ours, suits: any, schedule: waiting(days, index * 7), ...(index === 3 ? { author: "resident" } : {}) })),
    { directions: ours, suits: own, schedule: prepared(1, 5, { decision: "includedInProgramme", competence: "municipal", answer: "supported" }) },
    { directions: ours, suits: beyond, schedule: prepared(0, 12, { decision: "beyondCompetence", competence: "regional", answer: "beyond" }) },
    { directions: ours, suits: (text) => text.answers.notSupported !== undefined, schedule: prepared(2, 18, { decision: "notSupported", competence: "municipal", answer: "notSupported" }) },
    { directions: ours, suits: own, schedule: prepared(3, 26, { decision: "nominated", competence: "municipal", answer: "supported", words: nominatedAnswers[0] }) },
    ...[0, 1, 2].map((): Wanted => ({ directions: ours, suits: beyond, schedule: raised })),
    { directions: ["health", "transport"], suits: beyond, schedule: raised },
    ...[0, 1].map((): Wanted => ({ directions: ["health", "education", "digital", "business"], suits: federal, schedule: onwards })),
    { directions: ours, suits: any, schedule: fresh(5, 1180, true) },
    { directions: ours, suits: any, schedule: fresh(1, 1205) },
    { directions: ours, suits: any, schedule: fresh(2, 790) },
    { directions: ours, suits: clarify, schedule: asked(5, 10), author: "resident" },
    { directions: ["culture", "sport"], suits: own, schedule: answered("includedInProgramme", "supported"), author: "resident" },
    { directions: ["digital", "health"], suits: beyond, schedule: raised, author: "resident" },
    { directions: school, suits: any, schedule: waiting(1, 40), helper: "coordinator" },
    { directions: school, suits: own, schedule: answered("includedInProgramme", "supported"), helper: "coordinator" },
    { directions: school, suits: any, schedule: waiting(4, 44), helper: "executor" },
    { directions: school, suits: clarify, schedule: asked(4, 33), helper: "coordinator" },
    { directions: ["landscaping"], suits: any, schedule: waiting(2, 51), helper: "coordinator" },
    { directions: school, suits: any, schedule: fresh(1, 840), helper: "coordinator" },
    { directions: school, suits: any, schedule: waiting(6, 48), helper: "nobody" },
    { directions: ["culture"], suits: any, schedule: waiting(5, 53), helper: "nobody" },
  ];
}

/** Last year's: one of the resident's was carried out. */
export function homePlanOfLastYear(marathon: DemoMarathon, zone: string): Wanted[] {
  const at = (days: number, minute: number) => moment(zone, addDays(marathon.startsOn, days), minute);
  return [{
    directions: ["landscaping"], author: "resident",
    suits: (text) => text.competence === "municipal" && text.answers.supported !== undefined,
    schedule: () => ({
      submittedAt: at(6, 1200), acceptedAt: at(8, 600), preparedAt: at(14, 640), decidedAt: at(16, 700), carriedOutAt: at(70, 720),
      outcome: { decision: "includedInProgramme", competence: "municipal", answer: "supported" },
    }),
  }];
}
