import { useTranslations } from "next-intl";
import { Tag, type Tone } from "@/ui/page/tag";
import type { InitiativeStatus } from "../lifecycle";

const tones: Readonly<Record<InitiativeStatus, Tone>> = {
  submitted: "neutral", returned: "soon", moderated: "neutral", inConsideration: "asks", clarification: "soon", nominated: "asks", includedInProgramme: "done", alreadyUnderWay: "done",
  beyondCompetence: "neutral", notSupported: "neutral", carriedOut: "done", withdrawn: "neutral", merged: "neutral",
};

/** The state in words; the colour only repeats them. */
export function StatusTag({ status }: { readonly status: InitiativeStatus }) {
  const t = useTranslations("initiatives.status");
  return <Tag tone={tones[status]} wrap>{t(status)}</Tag>;
}
