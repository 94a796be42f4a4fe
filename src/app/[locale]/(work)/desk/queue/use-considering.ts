"use client";

import { useMemo } from "react";
import { useApiClient } from "@/app/shell/api-provider";
import type { ConsideringCalls } from "@/features/initiatives/considering/ui/calls";

/** The steps of the considering side, as calls of the platform. */
export function useConsidering(): ConsideringCalls {
  const api = useApiClient();
  return useMemo(
    () => ({
      accept: async (input) => await api.considering.accept.mutate(input),
      note: async (input) => await api.considering.note.mutate(input),
      clarify: async (input) => await api.considering.clarify.mutate(input),
      prepare: async (input) => await api.considering.prepare.mutate(input),
      returnProposal: async (input) => await api.considering.returnProposal.mutate(input),
      decide: async (input) => await api.considering.decide.mutate(input),
      nominate: async (input) => await api.considering.nominate.mutate(input),
      answerNomination: async (input) => await api.considering.answerNomination.mutate(input),
      author: async (input) => await api.considering.author.mutate(input),
    }),
    [api],
  );
}
