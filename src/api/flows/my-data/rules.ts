/** Five years from the 1st of January after its end (приказ Росархива № 236 от 20.12.2019, ст. 154). */
const keepingYears = 5;

/** Out: what had ended before this moment is kept no longer at `now`. */
export function endsOfKeeping(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear() - keepingYears, 0, 1));
}
