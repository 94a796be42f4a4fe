"use client";

import { useEffect, useState } from "react";
import { buttonClass } from "@/ui/page/button-class";
import { call } from "./public-call";

interface Supported {
  readonly supported: boolean;
  readonly following: boolean;
  readonly supportCount: number;
  readonly isMine: boolean;
}

interface Props {
  readonly number: number;
  readonly supportCount: number;
  readonly words: Readonly<Record<"support" | "supported" | "takeBack" | "mine" | "failed" | "follow" | "following" | "unfollow", string>>;
  /** «поддержали 12 жителей» for the counts that can come next, so that no plural rules travel to the browser */
  readonly counted: readonly [less: string, same: string, more: string];
}

/** Supporting, one a person, and following without it. Takes effect at once and is taken back when the server says no; who isn't signed in is led to sign in. */
export function SupportButton({ number, supportCount, words, counted }: Props) {
  const [state, setState] = useState<Supported | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    let isGone = false;
    void call<Supported>("initiative.supportState", { number }, "query").then((found) => {
      if (!isGone && found.ok) setState(found.data);
    });
    return () => {
      isGone = true;
    };
  }, [number]);

  const before: Supported = state ?? { supported: false, following: false, supportCount, isMine: false };
  const wish = async (procedure: "initiative.support" | "initiative.follow", on: boolean, hoped: Supported) => {
    setBusy(true);
    setFailed(false);
    setState(hoped);
    const done = await call<Supported>(procedure, { number, on }, "mutation");
    setBusy(false);
    if (done.ok) return setState(done.data);
    setState(state);
    if (done.status === 401) return window.location.assign(`/sign-in?next=${encodeURIComponent(`/initiatives/${number}`)}`);
    setFailed(true);
  };
  const support = async (on: boolean) => await wish("initiative.support", on, { ...before, supported: on, supportCount: before.supportCount + (on ? 1 : -1) });
  const follow = async (on: boolean) => await wish("initiative.follow", on, { ...before, following: on });

  const change = (state?.supportCount ?? supportCount) - supportCount;
  return (
    <div className="stack">
      <p className="num first-letter:uppercase" aria-live="polite">{counted[change < 0 ? 0 : change > 0 ? 2 : 1]}{state?.supported ? ` · ${words.supported}` : ""}</p>
      {state?.isMine ? (
        <p className="muted">{words.mine}</p>
      ) : (
        <>
          <button type="button" className={buttonClass({ variant: before.supported ? "quiet" : "primary" })} aria-pressed={before.supported} disabled={isBusy} onClick={() => void support(!before.supported)}>
            {before.supported ? words.takeBack : words.support}
          </button>
          {before.following ? <p className="small">{words.following}</p> : null}
          <button type="button" className={buttonClass({ variant: "plain" })} aria-pressed={before.following} disabled={isBusy} onClick={() => void follow(!before.following)}>
            {before.following ? words.unfollow : words.follow}
          </button>
        </>
      )}
      {failed ? <p className="error" role="alert">{words.failed}</p> : null}
    </div>
  );
}
