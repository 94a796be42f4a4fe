import { directionKeyOf, type DirectionKey } from "./directions";
import { texts as business } from "./texts/business";
import { texts as culture } from "./texts/culture";
import { texts as digital } from "./texts/digital";
import { texts as ecology } from "./texts/ecology";
import { texts as education } from "./texts/education";
import { texts as health } from "./texts/health";
import { texts as housing } from "./texts/housing";
import { texts as landscaping } from "./texts/landscaping";
import { texts as safety } from "./texts/safety";
import { texts as selfGovernment } from "./texts/self-government";
import { texts as socialSupport } from "./texts/social-support";
import { texts as sport } from "./texts/sport";
import { texts as transport } from "./texts/transport";
import type { InitiativeText } from "./texts/types";
import { texts as youth } from "./texts/youth";

export interface DirectedText extends InitiativeText {
  direction: DirectionKey;
  /** unique over all directions */
  id: string;
}

const files = {
  transport, landscaping, housing, education, health, culture, sport, youth, "social-support": socialSupport, ecology, safety, business, digital,
  "self-government": selfGovernment,
};

export const allTexts: readonly DirectedText[] = Object.entries(files).flatMap(([file, texts]) =>
  texts.map((text) => ({ ...text, direction: directionKeyOf(file), id: `${file}/${text.key}` })),
);

/** How much of what people raise is about it. */
export const directionWeights: Readonly<Record<DirectionKey, number>> = {
  transport: 14, landscaping: 13, housing: 12, education: 9, health: 9, culture: 6, sport: 6, youth: 5, socialSupport: 6, ecology: 7, safety: 6,
  business: 3, digital: 5, selfGovernment: 3,
};
