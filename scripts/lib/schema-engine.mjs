// Prisma's schema engine as WebAssembly, over the ordinary driver: the native one would have to be downloaded.
import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";
import pg from "pg";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";
import { inRoot } from "./paths.mjs";

const charType = 18; // the catalogue's internal "char"
const textType = 25;

/**
 * The adapter as migrations need it. Its own `executeScript` splits a script at every semicolon, those in functions, strings and
 * comments too, and runs the pieces one by one; whole, the server reads it itself and runs it as one transaction. Nor does it know
 * the type of the catalogue columns that `diff` reads.
 */
class MigratingPg extends PrismaPg {
  async connect() {
    const adapter = await super.connect();
    const pool = adapter.underlyingDriver();
    adapter.executeScript = async (script) => {
      try {
        await pool.query(script);
      } catch (error) {
        adapter.onError(error);
      }
    };
    const { queryRaw } = adapter;
    adapter.queryRaw = async (query) => {
      let characters = [];
      const performIO = async (asked) => {
        const result = await adapter.performIO(asked);
        characters = result.fields.map(({ dataTypeID }) => dataTypeID === charType);
        for (const field of result.fields) if (field.dataTypeID === charType) field.dataTypeID = textType;
        return result;
      };
      const answer = await queryRaw.call(Object.create(adapter, { performIO: { value: performIO } }), query);
      answer.columnTypes = answer.columnTypes.map((type, at) => (characters[at] ? ColumnTypeEnum.Character : type));
      return answer;
    };
    return adapter;
  }
}

let loaded;

// The engine reports its panics here before it falls; without it the report itself fails and the reason is lost.
globalThis.PRISMA_WASM_PANIC_REGISTRY ??= { set_message: (message) => console.error(`Схемный движок Prisma: ${message}`) };

/** The package's own entry imports the .wasm file as a module, which Node does not do without a flag. */
async function load() {
  const folder = path.dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
  const bytes = fs.readFileSync(path.join(folder, "schema_engine_bg.wasm"));
  // The engine sets a limit of 10 s on waiting for its lock and never clears it: nobody should wait for that at the end.
  const timers = Object.keys(engine).filter((name) => name.startsWith("__wbg_setTimeout"));
  const patient = Object.fromEntries(timers.map((name) => [name, (/** @type {() => void} */ callback, ms) => setTimeout(callback, ms >>> 0).unref()]));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": { ...engine, ...patient } });
  engine.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
}

/** Gives an engine on the database to the work, and frees it afterwards. */
export async function withSchemaEngine(url, work) {
  await (loaded ??= load());
  const pool = new pg.Pool({ connectionString: url, max: 2 }); // ours to close: a connection left open would keep the process alive
  const factory = bindMigrationAwareSqlAdapterFactory(new MigratingPg(pool));
  const instance = await engine.SchemaEngine.new({ datamodels: schemaFiles() }, () => {}, factory);
  try {
    return await work(instance);
  } finally {
    instance.free();
    await pool.end();
  }
}

/** prisma/schema/*.prisma as the engine takes them: [path, text]. */
export function schemaFiles() {
  const folder = inRoot("prisma", "schema");
  return fs.readdirSync(folder).filter((name) => name.endsWith(".prisma")).sort().map((name) => [path.join(folder, name), fs.readFileSync(path.join(folder, name), "utf8")]);
}

export const nothingFiltered = { externalTables: [], externalEnums: [] };
