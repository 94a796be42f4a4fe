import type { DataTable } from "./table";
import { fileTables } from "./tables/files";
import { hotlineTables } from "./tables/hotline";
import { initiativeTables } from "./tables/initiatives";
import { messageTables } from "./tables/messages";
import { peopleTables } from "./tables/people";
import { platformTables } from "./tables/platform";
import { signingInTables } from "./tables/signing-in";
import { structureTables } from "./tables/structure";

/**
 * Every table of the database, in the order of erasing: what is found through another goes before it. A new table gets its line
 * at once: registry.db.test.ts reads the database's own catalogue.
 */
export const dataTables: readonly DataTable[] = [...fileTables, ...messageTables, ...platformTables, ...hotlineTables, ...initiativeTables, ...structureTables, ...signingInTables, ...peopleTables];
