import { begin } from "./lib/begin.mjs";

begin("migration-new");
