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
      goOn: async (input) => await api.considering.goOn.mutate(input),
      assign: async (input) => await api.considering.assign.mutate(input),
      redirect: async (input) => await api.considering.redirect.mutate(input),
      offer: async (input) => await api.considering.offer.mutate(input),
      recallOffer: async (input) => await api.considering.recallOffer.mutate(input),
      acceptOffer: async (input) => await api.considering.acceptOffer.mutate(input),
      returnOffer: async (input) => await api.considering.returnOffer.mutate(input),
      dispute: async (input) => await api.considering.dispute.mutate(input),
      keepHere: async (input) => await api.considering.keepHere.mutate(input),
      escalate: async (input) => await api.considering.escalate.mutate(input),
      impose: async (input) => await api.considering.impose.mutate(input),
      merge: async (input) => await api.considering.merge.mutate(input),
      split: async (input) => await api.considering.split.mutate(input),
      answerObjection: async (input) => await api.considering.answerObjection.mutate(input),
      carryOut: async (input) => await api.considering.carryOut.mutate(input),
      sign: async (input) => await api.considering.sign.mutate(input),
      passOn: async (input) => await api.considering.passOn.mutate(input),
      beginEvidence: async (input) => await api.evidence.begin.mutate(input),
      removeEvidence: async (input) => await api.evidence.remove.mutate(input),
      find: async (input) => await api.considering.find.query(input),
      directions: async (input) => await api.marathon.directions.query(input),
      municipalities: async (input) => await api.marathon.municipalities.query(input),
      author: async (input) => await api.considering.author.mutate(input),
    }),
    [api],
  );
}
