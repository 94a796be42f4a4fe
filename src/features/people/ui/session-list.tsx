"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Tag } from "@/ui/page/tag";
import type { PeopleApi } from "./people-api";
import { useAct } from "./use-act";
import { waitingLook } from "./use-form";

/** A session in words: the page has put the times into them. */
export interface ShownSession {
  readonly id: string;
  /** names that browsers and systems have in every language; null when it said none */
  readonly device: string | null;
  readonly where: string;
  readonly isCurrent: boolean;
}

/** Where the person is signed in; each of the others can be ended by one press. */
export function SessionList({ api, sessions }: { readonly api: Pick<PeopleApi, "endSession">; readonly sessions: readonly ShownSession[] }) {
  const t = useTranslations("people.security");
  const [ended, setEnded] = useState<readonly string[]>([]);
  const { state, run, isReady, problem } = useAct();
  const end = (sessionId: string) =>
    run(async () => {
      await api.endSession({ sessionId });
      setEnded((before) => [...before, sessionId]);
    });
  return (
    <>
      <ul className="record-list">
        {sessions.map(({ id, device, where, isCurrent }) => (
          <li key={id}>
            <p><b id={`device-${id}`} {...(device === null ? {} : { lang: "en", translate: "no" as const })}>{device ?? t("unknownDevice")}</b> {isCurrent ? <Tag tone="done">{t("here")}</Tag> : ended.includes(id) ? <Tag>{t("ended")}</Tag> : null}</p>
            <p className="small muted">{where}</p>
            {isCurrent || ended.includes(id) ? null : (
              <div className="acts mt-2">
                <button type="button" className="button button-quiet" id={`end-${id}`} aria-labelledby={`end-${id} device-${id}`} disabled={!isReady} style={isReady ? undefined : waitingLook.quiet} aria-disabled={state === "busy"} onClick={() => void end(id)}>{t("end")}</button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {state === "done" ? <p className="mt-3" role="status">{t("endedText")}</p> : null}
      {problem}
    </>
  );
}
