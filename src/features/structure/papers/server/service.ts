import { authorise, can } from "@/access/policy";
import { appointment, unit } from "@/access/rules/structure";
import type { Context } from "@/platform/trpc/context";
import { plainDateIn } from "@/shared/dates/zone";
import { AppError } from "@/shared/errors/app-error";
import { lockAppointment } from "../../appointments/server/repo";
import type { Chart, Post } from "../../chart/schema";
import { readChart } from "../../chart/server/service";
import { done } from "../../schema";
import { once, type Asker } from "../../server/once";
import { accusative, type Declined } from "../name-cases";
import { positionAccusative } from "../position-cases";
import { coordinationPaper, groupsPaper, holding, listPaper, organisationPaper, protocolPaper, type Named, type Setting } from "../rules";
import type { Paper, PaperInput, PaperName, Papers, SetWhomInput } from "../schema";
import * as repo from "./repo";

type Reader = Pick<Context, "actor" | "now" | "db">;

const postsOf = ({ posts, bodies, organisations }: Chart): readonly Post[] => [...posts, ...bodies.flatMap((body) => body.posts), ...organisations.flatMap((one) => one.posts)];

/** Papers that the asker can make, and the names that will stand in them. What one may not see in the chart is in no paper. Throws as the chart does. */
export async function readPapers(asker: Reader, municipalityId: string): Promise<Papers> {
  const chart = await readChart(asker, municipalityId);
  const named = postsOf(chart).filter(({ role, substitutesId }) => substitutesId === null && inPapers.has(role));
  const names = await repo.findNames(asker.db, named.map(({ id }) => id));
  const organisations = chart.organisations.filter(({ posts }) => posts.some(holding("coordinator", "executor")));
  return {
    place: { id: chart.place.id, shortName: chart.place.shortName },
    lacksPassport: chart.may.manage && (chart.place.nameGenitive === null || chart.place.headTitle === null),
    papers: chart.round === null ? [] : [
      ...(chart.isWhole ? (["coordination", "groups", "protocol", "list"] as const).map((kind) => ({ kind, organisationId: null, name: chart.place.shortName })) : []),
      ...organisations.map(({ id, shortName }) => ({ kind: "organisation" as const, organisationId: id, name: shortName })),
    ],
    names: named.flatMap((post): PaperName[] => {
      const found = names.get(post.id);
      if (!found) return [];
      const isDeclined = appointedByName.has(post.role);
      const { text, isDoubtful } = whomOf(found);
      return [{
        appointmentId: post.id, name: post.name, role: post.role, position: found.position, whom: isDeclined ? (found.byHand ?? text) : null, byHand: found.byHand,
        isDoubtful: isDeclined && isDoubtful && found.byHand === null, mayChange: mayChange(asker, chart, post),
      }];
    }),
  };
}

/** Whose names papers decline: the lead and the responsible person are appointed by name, as coordinators are. The others stand in lists. */
const appointedByName: ReadonlySet<string> = new Set(["responsiblePerson", "workingGroupLead", "coordinator", "executor"]);
const inPapers: ReadonlySet<string> = new Set([...appointedByName, "coordinationGroupMember", "workingGroupSecretary", "workingGroupMember"]);

/** «Иванову Марию Петровну, заместителя главы администрации». */
function whomOf({ name, position }: repo.NameOfPost): Declined {
  const parts = [accusative(name), ...(position === null ? [] : [positionAccusative(position)])];
  return { text: parts.map(({ text }) => text).join(", "), isDoubtful: parts.some(({ isDoubtful }) => isDoubtful) };
}

/** A hint for the page; whoever appoints may write the name, and setWhom asks again. */
function mayChange({ actor }: Reader, chart: Chart, { role, personId, unitId }: Post): boolean {
  const linkedBodyIds = chart.organisations.find(({ id }) => id === unitId)?.groupIds ?? [];
  return can(appointment, actor, "appoint", { role, personId, unitId, municipalityId: chart.place.id, linkedBodyIds });
}

/** The text of an act, from the data as they stand. Throws as the chart does; request.forbidden for an act of the whole to whoever sees an organisation alone. */
export async function readPaper(asker: Reader, { municipalityId, kind, organisationId }: PaperInput): Promise<Paper> {
  const chart = await readChart(asker, municipalityId);
  const { round, place } = chart;
  if (!round) throw new AppError("marathon.municipalityAbsent");
  if (kind !== "organisation") authorise(unit, asker.actor, "readStaff", { id: place.id, municipalityId: place.id, path: [place.id] });
  const names = await repo.findNames(asker.db, postsOf(chart).map(({ id }) => id));
  const name = (posts: readonly Post[]): Named[] => posts.filter(({ substitutesId }) => substitutesId === null).flatMap(({ id, name: full, role, act }) => {
    const found = names.get(id);
    return found ? [{ name: found.name, full, position: found.position, whom: found.byHand ?? whomOf(found).text, role, act }] : [];
  });
  const atPlace = name(chart.posts);
  const setting: Setting = {
    municipality: place.name, nameGenitive: place.nameGenitive, headTitle: place.headTitle, head: atPlace.find(holding("head")) ?? null,
    marathon: round.name, startsOn: round.startsOn, closingEndsOn: round.closingEndsOn, today: plainDateIn(place.timeZone, asker.now),
  };
  const bodies = (of: "coordinationGroup" | "workingGroup") => chart.bodies.filter((body) => body.kind === of);
  if (kind === "coordination") return coordinationPaper(setting, bodies("coordinationGroup").flatMap(({ posts }) => name(posts)), atPlace.filter(holding("responsiblePerson")));
  const groups = bodies("workingGroup").map((body) => ({ name: body.name, directions: chart.directions.filter(({ groupId }) => groupId === body.id).map((one) => one.name), members: name(body.posts) }));
  if (kind === "groups") return groupsPaper(setting, groups);
  const organisations = chart.organisations.map((one) => ({ id: one.id, name: one.name, members: name(one.posts) }));
  if (kind === "protocol") return protocolPaper(setting, { members: [...bodies("coordinationGroup").flatMap(({ posts }) => name(posts)), ...atPlace.filter(holding("responsiblePerson"))], groups, organisations });
  if (kind === "list") return listPaper(setting, organisations);
  const organisation = organisations.find(({ id }) => id === organisationId);
  if (!organisation) throw AppError.notFound();
  return organisationPaper(setting, organisation);
}

/** The post and the accusative as a person writes them; an empty accusative brings the program's back. Throws request.changedMeanwhile when somebody was first. */
export async function setWhom(asker: Asker, input: SetWhomInput): Promise<typeof done> {
  return await once(asker, "setWhom", input, async (db) => {
    const held = await lockAppointment(db, input.appointmentId, asker.now);
    authorise(appointment, asker.actor, "appoint", held?.facts ?? null);
    if (!(await repo.setWhom(db, input.appointmentId, { position: input.position || null, whom: input.whom || null }, input.seen))) throw new AppError("request.changedMeanwhile");
    return done;
  });
}
