"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useApiClient } from "@/app/shell/api-provider";
import type { ModerationRow } from "@/features/initiatives/considering/moderation/schema";
import { ModerationCard } from "@/features/initiatives/considering/ui/moderation-view";

/** The list without those that have been looked at. */
export function ModerationDesk({ rows, now }: { readonly rows: readonly ModerationRow[]; readonly now: Date }) {
  const api = useApiClient();
  const router = useRouter();
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const calls = {
    publish: api.considering.publish.mutate,
    returnToAuthor: api.considering.returnToAuthor.mutate,
  };
  const left = rows.filter(({ id }) => !gone.has(id));
  return (
    <div className="stack mt-6">
      {left.map((row) => <ModerationCard key={row.id} row={row} now={now} calls={calls} onGone={() => { setGone((before) => new Set([...before, row.id])); router.refresh(); }} />)}
    </div>
  );
}
