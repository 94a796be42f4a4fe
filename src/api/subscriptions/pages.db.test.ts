import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { setHidden, setPublishName } from "@/features/people/account/server/service";
import { loadActor } from "@/platform/auth/actor";
import { loopback } from "@/platform/cache/loopback";
import { db } from "@/platform/db/client";
import { dispatchAll } from "@/platform/events/dispatcher";
import { answerKeptPage, keepPages } from "@/platform/http/page-cache";
import { useTestDatabase } from "@/testing/database";
import { makeConsentDocument } from "@/testing/factories/make-consent";
import { makeInitiative } from "@/testing/factories/make-initiative";
import { makeMarathon } from "@/testing/factories/make-marathon";
import { makeMunicipality } from "@/testing/factories/make-municipality";
import { makePerson } from "@/testing/factories/make-person";
import { factoryNow as now } from "@/testing/factories/sequence";
import { registerPages } from "./pages";

useTestDatabase();

let server: Server;
let address: string;
let drawn = 0;
beforeAll(async () => {
  registerPages();
  keepPages([/^\/initiatives\/\d+$/]);
  server = createServer((request, response) => void answerKeptPage(request, response).then((answered) => answered || response.end(`page ${(drawn += 1)}`)));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  loopback.url = address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  loopback.url = null;
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test("имя показали, отозвали, инициативу скрыли – готовая страница рисуется заново со следующим посетителем, чужая остаётся", async () => {
  const { id: municipalityId } = await makeMunicipality(db);
  const marathon = await makeMarathon(db, { municipalityIds: [municipalityId] });
  const of = { marathonId: marathon.id, municipalityId, directionId: marathon.directions[0]?.id ?? "", status: "inConsideration" as const };
  const person = await makePerson(db);
  const [own, other] = [await makeInitiative(db, { ...of, authorId: person.id }), await makeInitiative(db, of)];
  const { id: documentId } = await makeConsentDocument(db, "publishName");
  const actor = await loadActor({ personId: person.id, sessionVersion: 1 }, now);
  const visit = async (number: number) => await (await fetch(`${address}/initiatives/${number}`)).text();
  const acts = [
    async () => await setPublishName(actor, { agreed: true, documentId }, now),
    async () => await setPublishName(actor, { agreed: false, documentId: null }, now),
    async () => await setHidden(actor, true, now),
  ];
  const foreign = await visit(other.number);
  for (const act of acts) {
    const before = await visit(own.number);
    expect(await visit(own.number)).toBe(before);
    await act();
    await dispatchAll();
    expect(await visit(own.number)).not.toBe(before);
  }
  expect(await visit(other.number)).toBe(foreign);
});
