// The migrations, applied to an empty database, make what prisma/schema describes.
import { migrate } from "../migrate.mjs";
import { differenceFromSchema } from "../schema-diff.mjs";
import { withScratchDatabase } from "../scratch.mjs";
import { show } from "../say.mjs";

export async function migrations() {
  const { sql } = await withScratchDatabase(async (url) => {
    await migrate(url);
    return differenceFromSchema(url);
  });
  if (!sql) return { passed: 1, failed: 0 };
  show(`   Схема и миграции расходятся. Создайте миграцию: npm run migration -- <имя>\n${sql}`);
  return { passed: 0, failed: 1 };
}
