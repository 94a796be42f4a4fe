"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { useApi, useApiClient } from "@/app/shell/api-provider";
import type { TicketRecord } from "@/features/hotline/record/schema";
import type { Steps } from "@/features/hotline/ui/record-actions";
import { newId } from "@/shared/ids/id";

/** The steps of a question as calls. A press that is repeated after a lost connection is the same press. */
export function useSteps(record: Pick<TicketRecord, "id" | "version"> | undefined): Steps {
  const client = useApiClient().hotline;
  const api = useApi();
  const queries = useQueryClient();
  const keys = useRef(new Map<string, string>());
  const ticketId = record?.id ?? "";
  const version = record?.version ?? 1;

  const step = async (name: string, text: string, call: (key: string) => Promise<unknown>) => {
    const press = `${ticketId} ${version} ${name} ${text}`;
    const key = keys.current.get(press) ?? newId();
    keys.current.set(press, key);
    try {
      await call(key);
      keys.current.delete(press);
    } finally {
      // a refusal too tells that the page is behind
      await queries.invalidateQueries({ queryKey: api.hotline.pathKey() });
    }
  };
  return {
    claim: async () => await step("claim", "", async (key) => await client.claim.mutate({ ticketId, key })),
    takeOver: async () => await step("takeOver", "", async (key) => await client.takeOver.mutate({ ticketId, version, key })),
    release: async () => await step("release", "", async (key) => await client.release.mutate({ ticketId, version, key })),
    answer: async (text) => await step("answer", text, async (key) => await client.answer.mutate({ ticketId, version, text, key })),
    clarify: async (text) => await step("clarify", text, async (key) => await client.clarify.mutate({ ticketId, version, text, key })),
    recordReply: async (text) => await step("recordReply", text, async (key) => await client.recordReply.mutate({ ticketId, version, text, key })),
    note: async (text) => await step("note", text, async (key) => await client.note.mutate({ ticketId, text, key })),
    close: async (reason) => await step("close", reason, async (key) => await client.close.mutate({ ticketId, version, reason, key })),
    reopen: async (text) => await step("reopen", text, async (key) => await client.reopen.mutate({ ticketId, version, text, key })),
    handUp: async (text, groupId) => await step("handUp", `${groupId} ${text}`, async (key) => await client.handUp.mutate({ ticketId, version, groupId, text, key })),
    handBack: async (text) => await step("handBack", text, async (key) => await client.handBack.mutate({ ticketId, version, text, key })),
  };
}
