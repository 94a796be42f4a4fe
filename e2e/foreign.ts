import pg from "pg";

export interface Foreign {
  readonly region: string;
  readonly municipality: string;
  readonly initiative: { readonly id: string; readonly title: string };
  readonly ticket: { readonly id: string; readonly question: string };
  readonly appointment: { readonly id: string; readonly name: string };
  readonly person: { readonly id: string; readonly name: string };
}

/** The municipality of the demonstration's accounts. */
const home = "33650000";

const query = `
  WITH place AS (
    SELECT id, "regionId" FROM "Unit" WHERE kind = 'municipality' AND "regionId" <> (SELECT "regionId" FROM "Unit" WHERE oktmo = $1 AND kind = 'municipality' LIMIT 1)
    AND EXISTS (SELECT FROM "Ticket" t WHERE t."municipalityId" = "Unit".id) AND EXISTS (SELECT FROM "Person" p JOIN "Unit" u ON u.id = p."registeredAtUnitId" WHERE u."municipalityId" = "Unit".id)
    ORDER BY oktmo LIMIT 1
  )
  SELECT place.id AS municipality, place."regionId" AS region,
    (SELECT jsonb_build_object('id', i.id, 'title', i.title) FROM "Initiative" i WHERE i."municipalityId" = place.id ORDER BY number DESC LIMIT 1) AS initiative,
    (SELECT jsonb_build_object('id', t.id, 'question', t.question) FROM "Ticket" t WHERE t."municipalityId" = place.id ORDER BY number DESC LIMIT 1) AS ticket,
    (SELECT jsonb_build_object('id', a.id, 'name', p."familyName") FROM "Appointment" a JOIN "Person" p ON p.id = a."personId" WHERE a."unitId" = place.id LIMIT 1) AS appointment,
    (SELECT jsonb_build_object('id', p.id, 'name', p."familyName") FROM "Person" p JOIN "Unit" u ON u.id = p."registeredAtUnitId" WHERE u."municipalityId" = place.id LIMIT 1) AS person
  FROM place`;

/** Rows of another region's municipality, where nobody of the demonstration's own works. */
export async function findForeign(): Promise<Foreign> {
  const client = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
  await client.connect();
  try {
    const { rows } = await client.query<Foreign>(query, [home]);
    const found = rows[0];
    if (!found?.initiative || !found.ticket || !found.appointment || !found.person) throw new Error(`В демонстрации нет чужого: ${JSON.stringify(found)}`);
    return found;
  } finally {
    await client.end();
  }
}
