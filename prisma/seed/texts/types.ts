/** A text that the demonstration grows initiatives from. Slots in braces are filled by the seed: see `slots`. */
export interface InitiativeText {
  /** stable key, kebab-case English, unique in its direction */
  key: string;
  /** two or three whole wordings of the same wish by different people: true duplicates of one another */
  wordings: readonly {
    title: string;      // 15..110 characters
    essence: string;    // 120..900 characters, several sentences
    expected: string;   // what the author expects, 20..240 characters
    voice: "nurse" | "teacher" | "pupil" | "pensioner" | "engineer" | "parent" | "student" | "entrepreneur" | "worker" | "librarian" | "culture" | "driver" | "farmer" | "official" | "veteran" | "athlete" | "doctor" | "volunteer";
  }[];
  /** who can decide it in truth */
  competence: "municipal" | "regional" | "federal";
  /** where it fits: only cities, only villages, or both */
  fits: "town" | "village" | "any";
  /** a believable answer of the considering group for each outcome that is believable, 60..300 chars each, in the official-friendly «вы» tone */
  answers: { supported?: string; notSupported?: string; alreadyUnderWay?: string; beyond?: string; clarify?: string };
}
/** Slots allowed in texts: {street} «улица Мира»-like in the nominative after «ул.»: write «ул. {street}»; {house} a number; {village} a village's name in the nominative, write «деревня {village}», «село {village}», «в населённом пункте {village}» so that no case form is needed; {centre} the municipality's centre in the nominative, e.g. «посёлок {centre}» is WRONG (kind unknown), write «{centre}» only after a colon, in brackets, or in phrases such as «наш районный центр ({centre})»; {school} a number, write «школа № {school}»; {n} a plausible small number 2..9; {year} this marathon's year. */
export const slots = ["street", "house", "village", "centre", "school", "n", "year"] as const;
