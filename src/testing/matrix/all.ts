import { hotline } from "./hotline";
import { indicators } from "./indicators";
import { initiatives } from "./initiatives";
import { people } from "./people";
import { regulation } from "./regulation";
import { structure } from "./structure";
import type { Rows } from "./table";

/** Who may what, written by hand from MODEL.md and not from src/access: two hands that must agree. */
export const matrix: Rows = { ...initiatives, ...hotline, ...structure, ...indicators, ...people, ...regulation };
