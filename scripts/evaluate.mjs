import { begin } from "./lib/begin.mjs";

begin("evaluate");
