import { authorsIn, chooseAuthor, initiatorKindOf } from "./authors";
import { Course, type Story } from "./course";
import { Deck } from "./deck";
import { homePlan, homePlanOfLastYear, type Wanted } from "./home-plan";
import { demoId } from "./ids";
import { officeMoment } from "./moments";
import { mergeNote } from "./phrases";
import { placeFor, type Place } from "./places";
import { Chance, shareOut } from "./random";
import { daysOf, momentOfCourse } from "./residents";
import { drawSchedule, type Moved, type Schedule } from "./schedule";
import { addSupports } from "./supports";
import type { DirectedText } from "./texts";
import { addWay } from "./way";
import { word, type Wording } from "./wording";
import { homeOktmo, type DemoMarathon, type DemoOrganisation, type DemoPerson, type DemoTaking, type World } from "./world";

const atFullScale = { previous: 1_200, current: 1_800 };
const duplicateShare = 0.06;
/** Above this a municipality would run out of texts. */
const mostInMunicipality = 110;

export interface GrownInitiative extends Story {
  moves: Moved[];
  wordingIndex: number;
}

/** All initiatives of both marathons, oldest first, numbered, with their course up to now. */
export function growInitiatives(world: World): GrownInitiative[] {
  const grown: GrownInitiative[] = [];
  const seen = new Set<string>();
  for (const marathon of world.marathons) {
    const takings = [...marathon.taking.values()];
    const shares = shareOut(Math.round(atFullScale[marathon.key] * world.scale), takings.map((one) => one.municipality.weight), mostInMunicipality);
    const decks = new Map(world.regions.map((region) => [region.id, new Deck()]));
    for (const [index, taking] of takings.entries()) {
      const deck = decks.get(taking.municipality.region.id) as Deck;
      grown.push(...new Sowing(world, marathon, taking, deck, seen).grow(shares[index] ?? 0));
    }
  }
  grown.sort((a, b) => a.schedule.submittedAt.getTime() - b.schedule.submittedAt.getTime() || (a.row.id ?? "").localeCompare(b.row.id ?? ""));
  number(grown);
  const merges = findMerges(world, grown);
  for (const story of grown) {
    const merge = merges.get(story);
    if (merge) story.schedule = { submittedAt: story.schedule.submittedAt, outcome: story.schedule.outcome };
    const course = new Course(world, story);
    story.moves = course.tell();
    if (merge) course.mergeInto(merge.into.row, merge.at, mergeNote);
  }
  addWay(world, grown);
  addSupports(world, grown);
  world.tables.Initiative.push(...grown.map((story) => story.row));
  return grown;
}

function number(grown: readonly GrownInitiative[]): void {
  const chance = new Chance("numbers");
  let last = 0;
  for (const story of grown) {
    // A number that was taken and not used leaves a gap (MODEL.md).
    last += chance.happens(0.015) ? 2 : 1;
    story.row.number = last;
  }
}

/** Sows the initiatives of one municipality in one marathon. */
class Sowing {
  private readonly chance: Chance;
  private readonly had = new Set<string>();
  private readonly written = new Map<string, number>();
  private readonly authors: DemoPerson[];
  private readonly days: ReturnType<typeof daysOf>;
  private readonly stories: GrownInitiative[] = [];

  constructor(private readonly world: World, private readonly marathon: DemoMarathon, private readonly taking: DemoTaking, private readonly deck: Deck, private readonly seen: Set<string>) {
    this.chance = new Chance(`initiatives:${marathon.key}:${taking.municipality.fact.oktmo}`);
    this.authors = authorsIn(taking.municipality, marathon);
    this.days = daysOf(world, marathon);
  }

  grow(count: number): GrownInitiative[] {
    if (this.authors.length < 2) return [];
    const { municipality } = this.taking;
    for (const wanted of this.plan()) this.plant(wanted);
    const rest = Math.max(0, count - this.stories.length);
    const duplicates = Math.round(rest * duplicateShare);
    for (const text of this.deck.draw(municipality, rest - duplicates, this.had, this.chance)) {
      const submittedAt = momentOfCourse(this.world, municipality.zone, this.days, this.chance);
      const schedule = drawSchedule(text, submittedAt, this.marathon, municipality.zone, municipality.pace, this.chance);
      this.add({ text, schedule, wordingIndex: this.chance.whole(0, text.wordings.length - 1), place: null });
    }
    for (let index = 0; index < duplicates; index += 1) this.duplicate();
    return this.stories;
  }

  private plan(): Wanted[] {
    const { zone, fact } = this.taking.municipality;
    if (fact.oktmo !== homeOktmo) return [];
    return this.marathon.key === "current" ? homePlan(this.world, this.marathon, zone) : homePlanOfLastYear(this.marathon, zone);
  }

  private plant(wanted: Wanted): void {
    const text = this.deck.drawOne(this.taking.municipality, wanted.directions, this.had, this.chance, wanted.suits);
    if (!text) return;
    const organisation = wanted.helper ? this.taking.municipality.organisations[0] : undefined;
    const helper = wanted.helper === "coordinator" ? organisation?.coordinator : wanted.helper === "executor" ? organisation?.executor : null;
    const author = wanted.author ? this.world.named.get(wanted.author) : undefined;
    this.add({ text, schedule: wanted.schedule(text, this.chance), wordingIndex: this.chance.whole(0, text.wordings.length - 1), place: null, author, gathered: organisation ? { organisation, helper: helper ?? null } : undefined });
  }

  /** Another person wrote of the same place in other words. */
  private duplicate(attempt = 0): void {
    if (attempt > 20) return;
    const originals = this.stories.filter((one) => one.text.wordings.length > 1 && !one.schedule.withdrawnAt && !this.stories.some((other) => other !== one && other.text === one.text));
    if (originals.length === 0) return;
    const original = this.chance.pick(originals);
    const at = momentOfCourse(this.world, this.taking.municipality.zone, this.days, this.chance);
    if (at <= original.schedule.submittedAt) return this.duplicate(attempt + 1);
    const { municipality } = this.taking;
    const wordingIndex = (original.wordingIndex + 1) % original.text.wordings.length;
    const schedule = drawSchedule(original.text, at, this.marathon, municipality.zone, municipality.pace, this.chance);
    this.add({ text: original.text, schedule, wordingIndex, place: original.place, except: original.author.id });
  }

  private add(seed: { text: DirectedText; schedule: Schedule; wordingIndex: number; place: Place | null; author?: DemoPerson; except?: string; gathered?: Gathered }): void {
    const { municipality, groups } = this.taking;
    const { text, schedule, wordingIndex } = seed;
    const { chance, marathon } = this;
    const wording = text.wordings[wordingIndex] as Wording;
    const author = seed.author ?? chooseAuthor(wording, this.authors, this.written, chance, seed.except);
    this.written.set(author.id, (this.written.get(author.id) ?? 0) + 1);
    const { place, worded } = this.unique(seed.place, text, wording, author.woman);
    const { organisation, helper } = seed.gathered ?? this.gather(author);
    const group = groups.find((one) => one.directions.includes(text.direction));
    if (!group) throw new Error(`no group owns ${text.direction}`);
    const joined = author.joined.get(marathon.key);
    if (!joined || joined >= schedule.submittedAt) author.joined.set(marathon.key, new Date(schedule.submittedAt.getTime() - chance.whole(6, 50) * 60_000));
    const id = demoId(`initiative:${marathon.key}:${municipality.fact.oktmo}:${this.stories.length + 1}`);
    this.stories.push({
      text, place, author, helper: helper ? { person: helper, role: helper === organisation?.executor ? "executor" : "coordinator" } : null, municipality, marathon, group, schedule, chance: new Chance(`course:${id}`), moves: [], wordingIndex,
      row: {
        id, marathonId: marathon.id, municipalityId: municipality.id, consideringId: group.id, originatingId: organisation?.id ?? null, handedToId: null,
        directionId: marathon.directionIds.get(text.direction) ?? "", authorId: author.id, helperId: helper?.id ?? null,
        hiddenFromOrganisation: organisation !== null && author.hiddenFromOrganisation, namePublished: author.publishesName,
        initiatorKind: initiatorKindOf(wording, author), collective: author.kind === "collective", ...worded, placeText: place.text,
        longitude: place.longitude, latitude: place.latitude, status: "submitted", supportCount: 0, version: 1,
        takenAt: helper && chance.happens(0.2) ? new Date(schedule.submittedAt.getTime() - chance.whole(40, 400) * 60_000) : null,
        submittedAt: schedule.submittedAt, updatedAt: schedule.submittedAt,
      },
    });
  }

  private unique(given: Place | null, text: DirectedText, wording: Wording, woman: boolean): { place: Place; worded: ReturnType<typeof word> } {
    for (let attempt = 0; ; attempt += 1) {
      const place = given ?? placeFor(text, this.taking.municipality, this.marathon, this.chance);
      const worded = word(wording, place, woman, text.competence === "municipal", this.chance);
      const key = `${worded.title}|${worded.essence}`;
      if (this.seen.has(key) && attempt < 30) continue;
      this.seen.add(key);
      return { place, worded };
    }
  }

  /** Half come from an organisation, half of those with somebody's help. */
  private gather(author: DemoPerson): Gathered {
    const { organisation } = author;
    if (!organisation || !this.chance.happens(0.86)) return { organisation: null, helper: null };
    const helpers = [organisation.coordinator, organisation.executor].filter((person) => person !== null && person !== author) as DemoPerson[];
    const isHelped = helpers.length > 0 && this.chance.happens(author.registrar ? 0.95 : 0.48);
    return { organisation, helper: isHelped ? this.chance.pick(helpers) : null };
  }
}

interface Gathered {
  organisation: DemoOrganisation | null;
  helper: DemoPerson | null;
}

/** A third of the duplicates has been found and merged into the older one, which goes on: that one's row and when, by the merged one. */
function findMerges(world: World, grown: readonly GrownInitiative[]): Map<GrownInitiative, { into: GrownInitiative; at: Date }> {
  const first = new Map<string, GrownInitiative>();
  const merges = new Map<GrownInitiative, { into: GrownInitiative; at: Date }>();
  for (const story of grown) {
    const key = `${story.marathon.key}:${story.municipality.id}:${story.text.id}`;
    const into = first.get(key);
    if (!into) {
      first.set(key, story);
      continue;
    }
    const at = officeMoment(story.municipality.zone, story.schedule.submittedAt, story.chance.whole(0, 2), story.chance);
    const isFound = story.chance.happens(story.marathon.key === "previous" ? 0.5 : 0.36);
    if (isFound && at < world.now && !into.schedule.withdrawnAt) merges.set(story, { into, at });
  }
  return merges;
}
