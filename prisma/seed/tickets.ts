import { addDays } from "@/shared/dates/plain-date";
import { russianCalendar } from "@/shared/dates/working-days";
import type { TicketStatus } from "@/platform/db/client/client";
import { demoId } from "./ids";
import { dayIn, moment, officeMoment } from "./moments";
import { mobilePhone } from "./phones";
import { Chance, shareOut } from "./random";
import { daysOf, momentOfCourse } from "./residents";
import { ticketTexts, type TicketText } from "./texts/tickets";
import { homeOktmo, type DemoMarathon, type DemoPerson, type DemoTaking, type World } from "./world";

const atFullScale = { previous: 60, current: 140 };
const responseHours = 4;
const resolutionDays = 3;
const office = { opens: 9 * 60, closes: 18 * 60 };

interface Wanted {
  text: TicketText;
  createdAt: Date;
  status?: TicketStatus;
  /** asked through the site by this person */
  asker?: DemoPerson | undefined;
}

/** Questions to the hotlines of both marathons, numbered by time. */
export function growTickets(world: World): void {
  const wanted: (Wanted & { marathon: DemoMarathon; taking: DemoTaking; chance: Chance })[] = [];
  for (const marathon of world.marathons) {
    const takings = [...marathon.taking.values()];
    const shares = shareOut(Math.round(atFullScale[marathon.key] * world.scale), takings.map((one) => one.municipality.weight), ticketTexts.length - 12);
    for (const [index, taking] of takings.entries()) {
      const { zone, fact } = taking.municipality;
      const chance = new Chance(`tickets:${marathon.key}:${fact.oktmo}`);
      const texts = chance.shuffle(ticketTexts);
      const isHome = fact.oktmo === homeOktmo && marathon.key === "current";
      const planned = isHome ? homeQueue(world, zone, texts.splice(0, 9)) : [];
      const days = daysOf(world, marathon);
      const drawn = texts.slice(0, shares[index]).map((text) => ({ text, createdAt: momentOfCourse(world, zone, days, chance) }));
      for (const one of [...planned, ...drawn]) wanted.push({ ...one, marathon, taking, chance });
    }
  }
  wanted.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  for (const [index, one] of wanted.entries()) addTicket(world, index + 1, one);
}

/** What waits for the operator of the demonstration: overdue, due and fresh; two of them asked by the demonstration's resident. */
function homeQueue(world: World, zone: string, texts: readonly TicketText[]): Wanted[] {
  const today = dayIn(zone, world.now);
  const back = (days: number, minute: number) => moment(zone, russianCalendar.addWorkingDays(today, -days), minute);
  const ago = (minutes: number) => new Date(world.now.getTime() - minutes * 60_000);
  const plan: [TicketStatus, Date][] = [
    ["open", back(2, 610)], ["open", back(1, 885)], ["open", ago(190)], ["open", ago(75)], ["open", ago(12)],
    ["claimed", back(1, 1000)], ["claimed", back(4, 700)], ["waitingForPerson", back(3, 640)], ["answered", back(2, 760)],
  ];
  const resident = world.named.get("resident");
  return plan.flatMap(([status, createdAt], index) => {
    const text = texts[index];
    if (!text) return [];
    return [status === "waitingForPerson" || status === "answered" ? { status, createdAt, asker: resident, text: { ...text, channel: "web" as const } } : { status, createdAt, text }];
  });
}

function addTicket(world: World, number: number, { text, createdAt, status: fixed, asker: known, marathon, taking, chance }: Wanted & { marathon: DemoMarathon; taking: DemoTaking; chance: Chance }): void {
  const { municipality, hotlineId, groups } = taking;
  const { zone } = municipality;
  const id = demoId(`ticket:${marathon.key}:${municipality.fact.oktmo}:${text.key}`);
  const operator = chance.pick(municipality.operators);
  const asker = known ?? (text.channel === "web" && chance.happens(0.7) ? pickAsker(municipality.residents, marathon, createdAt, chance) : null);
  const claimedAt = officeMoment(zone, createdAt, chance.happens(0.75) ? 0 : 1, chance);
  const answeredAt = officeMoment(zone, claimedAt, chance.weighted([[0, 5], [1, 3], [2, 1.5], [4, 0.6]]), chance);
  const closedAt = officeMoment(zone, answeredAt, chance.whole(1, 4), chance);
  const status = fixed ?? drawn(world.now, claimedAt, answeredAt, closedAt, chance);
  const isHandedUp = status !== "open" && text.topic === "complaint" && chance.happens(0.4);
  const answered = status === "answered" || status === "closed";
  const caller = asker ? null : callerName(text, chance);
  const messages = [
    { kind: "question" as const, text: text.question, by: asker ?? (text.channel === "web" ? null : operator), role: asker ? "person" : text.channel === "web" ? null : "operator", at: createdAt },
    ...(isHandedUp ? [{ kind: "note" as const, text: "Передано рабочей группе: вопрос по существу, нужна проверка на месте.", by: operator, role: "operator", at: claimedAt }] : []),
    ...(status === "waitingForPerson" ? [{ kind: "answer" as const, text: "Уточните, пожалуйста, улицу и дом: так мы ответим точнее.", by: operator, role: "operator", at: claimedAt }] : []),
    ...(answered ? [{ kind: "answer" as const, text: text.answer, by: operator, role: "operator", at: answeredAt }] : []),
  ].filter((message) => message.at <= world.now);
  world.tables.Ticket.push({
    id, number, marathonId: marathon.id, municipalityId: municipality.id, hotlineId, handedToId: isHandedUp ? chance.pick(groups).id : null, channel: text.channel,
    personId: asker?.id ?? null, callerName: caller, callerPhone: !asker && (text.channel === "phone" || chance.happens(0.5)) ? mobilePhone(`ticket:${id}`) : null,
    callerEmail: !asker && text.channel === "web" ? `guest${number}@example.org` : null, subject: text.subject, question: text.question, status,
    claimedById: status === "open" ? null : operator.id, createdById: text.channel === "web" ? (asker?.id ?? null) : operator.id, version: messages.length, createdAt,
    firstResponseDueAt: officeHoursAfter(zone, createdAt, responseHours), resolutionDueAt: russianCalendar.workingDeadline(dayIn(zone, createdAt), resolutionDays, zone),
    answeredAt: answered && answeredAt <= world.now ? answeredAt : null, closedAt: status === "closed" ? closedAt : null,
    updatedAt: messages.at(-1)?.at ?? createdAt,
  });
  for (const [index, message] of messages.entries()) {
    world.tables.TicketMessage.push({ id: demoId(`message:${id}:${index}`), ticketId: id, kind: message.kind, text: message.text, byId: message.by?.id ?? null, byRole: message.role, at: message.at });
  }
}

function drawn(now: Date, claimedAt: Date, answeredAt: Date, closedAt: Date, chance: Chance): TicketStatus {
  if (claimedAt > now || chance.happens(0.04)) return "open";
  if (answeredAt > now) return "claimed";
  if (closedAt > now) return chance.happens(0.15) ? "waitingForPerson" : "answered";
  return "closed";
}

function pickAsker(residents: readonly DemoPerson[], marathon: DemoMarathon, at: Date, chance: Chance): DemoPerson | null {
  const there = residents.filter((person) => (person.joined.get(marathon.key)?.getTime() ?? Number.POSITIVE_INFINITY) < at.getTime());
  return there.length > 0 ? chance.pick(there) : null;
}

const callers = ["Людмила Петровна", "Сергей", "Нина Ивановна", "Алексей", "Мария", "Галина", "Виктор Степанович", "Ольга", "Ирина Сергеевна", "Николай"];

/** Some won't give a name. */
function callerName(text: TicketText, chance: Chance): string | null {
  if (text.channel !== "web" && chance.happens(0.25)) return null;
  const name = chance.pick(callers);
  return /женщина|девушка|пенсионерка/i.test(text.question) && !/[ая]$/.test(name.split(" ")[0] ?? "") ? "Тамара" : name;
}

/** Hours of the office's working days, from nine to six. */
function officeHoursAfter(zone: string, from: Date, hours: number): Date {
  let day = dayIn(zone, from);
  let left = hours * 60;
  for (;;) {
    const minute = day === dayIn(zone, from) ? (from.getTime() - moment(zone, day, 0).getTime()) / 60_000 : 0;
    const starts = Math.max(office.opens, minute);
    const free = russianCalendar.isWorkingDay(day) ? Math.max(0, office.closes - starts) : 0;
    if (left <= free) return moment(zone, day, starts + left);
    left -= free;
    day = addDays(day, 1);
  }
}
