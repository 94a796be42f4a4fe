"use client";

import type { ComponentProps } from "react";
import { api } from "@/app/shell/api-client";
import { DraftWizard } from "@/features/initiatives/drafts/ui/draft-wizard";
import type { DraftApi } from "@/features/initiatives/drafts/ui/draft-api";

const draftApi: DraftApi = {
  start: (input) => api.draft.start.mutate(input),
  save: (input) => api.draft.save.mutate(input),
  discard: (input) => api.draft.discard.mutate(input),
  beginAttachment: (input) => api.attachment.begin.mutate(input),
  removeAttachment: (input) => api.attachment.remove.mutate(input),
  submit: (input) => api.initiative.submit.mutate(input),
  similar: (input) => api.initiative.similar.query(input),
  support: (input) => api.initiative.support.mutate(input),
  follow: (input) => api.initiative.follow.mutate(input),
  municipalities: (input) => api.marathon.municipalities.query(input),
  directions: (input) => api.marathon.directions.query(input),
  organisations: (input) => api.marathon.organisations.query(input),
};

/** The wizard with the calls that this site makes. */
export function NewWizard(props: Omit<ComponentProps<typeof DraftWizard>, "api">) {
  return <DraftWizard {...props} api={draftApi} />;
}
