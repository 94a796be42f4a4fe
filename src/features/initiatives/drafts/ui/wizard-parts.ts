import type { ReactNode } from "react";
import type { Direction, Municipality, Organisation } from "@/features/marathon/schema";
import type { DraftContent } from "../../schema";

export type FieldErrors = Readonly<Partial<Record<keyof DraftContent, ReactNode>>>;

export interface StepProps {
  readonly content: DraftContent;
  readonly change: (patch: Partial<DraftContent>) => void;
  readonly errors: FieldErrors;
}

/** What there is to choose from; lists of the chosen place come with the page, others when a place is chosen. */
export interface Choices {
  readonly marathonId: string;
  readonly regions: readonly { readonly id: string; readonly name: string }[];
  readonly regionId: string | null;
  readonly municipalities: readonly Municipality[];
  readonly directions: readonly Direction[];
  readonly organisations: readonly Organisation[];
  /** the marathon offers «оформить как обращение» */
  readonly appealsOffered: boolean;
  /** the key question that is answered, while it is asked */
  readonly question: { readonly id: string; readonly text: string; readonly municipalityId: string } | null;
}
