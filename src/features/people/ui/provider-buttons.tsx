"use client";

import { useTranslations } from "next-intl";
import { goToProvider } from "./enter";
import { useAct } from "./use-act";
import { waitingLook } from "./use-form";

interface Props {
  readonly providers: readonly { readonly id: string; readonly name: string }[];
  readonly next: string | null;
}

/** The sign-in of an organisation that the person has an account with. */
export function ProviderButtons({ providers, next }: Props) {
  const t = useTranslations("people.identity");
  const { state, run, isReady, problem } = useAct();
  if (providers.length === 0) return null;
  return (
    <>
      <div className="acts">
        {providers.map(({ id, name }) => (
          <button key={id} type="button" className="button button-quiet" disabled={!isReady} style={isReady ? undefined : waitingLook.quiet} aria-disabled={state === "busy"} onClick={() => void run(async () => await goToProvider(id, next))}>{t("through", { name })}</button>
        ))}
      </div>
      {problem}
    </>
  );
}
