import { expect, test } from "vitest";
import { useTestDatabase } from "@/testing/database";
import { compareWorlds } from "@/testing/worlds/agreement";

useTestDatabase();

// at full size, 20 000 of them: npm run drill -- policies
test("на случайных деревьях и назначениях права в памяти и в базе одни и те же", async () => {
  const { wrong, compared, idle } = await compareWorlds(400, 20_261_121);
  expect(wrong).toEqual([]);
  // a comparison in which nobody may do anything would show nothing
  expect(compared).toBeGreaterThan(10_000);
  // of a line alone: whose a shift is, is asked of each when it is opened
  expect(idle).toEqual(["duty.readOwn", "duty.offer"]);
}, 60_000);
