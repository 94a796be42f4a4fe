import { createHash } from "node:crypto";
import { hash } from "@node-rs/argon2";
import { Client } from "pg";
import { counted, demoPassword, listAccounts } from "./accounts";
import { demoId } from "./ids";
import { askKeyQuestions } from "./key-questions";
import { leaveDraft } from "./draft";
import { growFigures } from "./figures";
import { growInitiatives } from "./initiatives";
import { assertEmpty, markInstallation } from "./installation";
import { growMarathons } from "./marathon";
import { growMessages } from "./messages";
import { addRemarks } from "./remarks";
import { addConsentDocuments } from "./persons";
import { hangPosters } from "./posters";
import { growResidents, settleRegistrations } from "./residents";
import { growRoster } from "./roster";
import { growStaff } from "./staff";
import { growStructure } from "./structure";
import { emptyTables } from "./tables";
import { growTickets } from "./tickets";
import type { DemoAccount, World } from "./world";
import { writeTables } from "./write";

export { demoId } from "./ids";
export { demoPassword } from "./accounts";

export interface DemoWish {
  databaseUrl: string;
  /** the instant that the demonstration shows: the current marathon began 21 days before it */
  now: Date;
  /** 1: about 3 000 initiatives of 2 500 people */
  scale?: number;
  /** is told what was done, a sentence each */
  report: (line: string) => void;
}

/** Fills an empty database with the demonstration, in one transaction. The same `now` and `scale` give the same rows. */
export async function loadDemo({ databaseUrl, now, scale = 1, report }: DemoWish): Promise<{ accounts: DemoAccount[] }> {
  const began = performance.now();
  const world = await growWorld(now, scale);
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("BEGIN");
    await assertEmpty(client);
    await writeTables(client, world.tables);
    await markInstallation(client, now);
    await client.query("COMMIT");
    await client.query("ANALYZE");
  } finally {
    await client.end();
  }
  const { Initiative, Person, Unit, Ticket } = world.tables;
  const municipalities = counted(world.municipalities.length, "муниципалитет", "муниципалитета", "муниципалитетов");
  report(`Демонстрация загружена за ${((performance.now() - began) / 1000).toFixed(1).replace(".", ",")} с: ${municipalities}, ${counted(Unit.filter((unit) => unit.kind === "organisation").length, "организация", "организации", "организаций")}, ${counted(Person.length, "человек", "человека", "человек")}, ${counted(Initiative.length, "инициатива", "инициативы", "инициатив")}, ${counted(Ticket.length, "вопрос", "вопроса", "вопросов")} на горячую линию.`);
  return { accounts: listAccounts(world) };
}

/** All rows of the demonstration, without a database. */
export async function growWorld(now: Date, scale = 1): Promise<World> {
  const world: World = {
    now, scale, tables: emptyTables(), countryId: demoId("country"), regions: [], municipalities: [], marathons: [], named: new Map(), passwordHash: await hashPassword(),
  };
  growStructure(world);
  growMarathons(world);
  addConsentDocuments(world, new Date("2022-12-01T06:00:00Z"));
  growStaff(world);
  growRoster(world);
  growResidents(world);
  const grown = growInitiatives(world);
  addRemarks(world, grown);
  askKeyQuestions(world, grown);
  hangPosters(world, grown);
  leaveDraft(world);
  settleRegistrations(world);
  growTickets(world);
  growFigures(world, grown);
  growMessages(world, grown);
  return world;
}

/** argon2id, the default; once for everybody, with a salt of its own: the password is public anyway, and the rows stay the same. */
async function hashPassword(): Promise<string> {
  const salt = createHash("sha256").update("dialog-demo").digest().subarray(0, 16);
  return hash(demoPassword, { salt, memoryCost: 19_456, timeCost: 2, parallelism: 1 });
}
