import { begin } from "./lib/begin.mjs";

begin("screens");
