import { useTranslations } from "next-intl";
import { LinkButton } from "@/ui/page/link-button";
import { Notice } from "@/ui/page/notice";
import type { useStack } from "./use-stack";

type Props = Pick<ReturnType<typeof useStack>, "standing" | "isKept" | "others"> & {
  /** where the sheets are typed: one comes back here after signing in */
  readonly here: string;
};

/** What the sheets wait for, and where they lie meanwhile. Nothing while all goes well. */
export function StackStanding({ standing, isKept, others, here }: Props) {
  const t = useTranslations("initiatives.paper");
  const where = t(isKept ? "keptHere" : "notKept");
  return (
    <>
      {standing === "offline" ? <div className="mt-6"><Notice tone="soon" live title={t("offline")}><p>{t("offlineText")} {where}</p></Notice></div> : null}
      {standing === "busy" ? <div className="mt-6"><Notice tone="soon" live title={t("busy")}><p>{t("busyText")} {where}</p></Notice></div> : null}
      {standing === "signedOut" ? <div className="mt-6"><Notice tone="soon" live title={t("signedOut")} actions={<LinkButton href={`/sign-in?next=${encodeURIComponent(here)}`}>{t("signIn")}</LinkButton>}><p>{t("signedOutText")} {where}</p></Notice></div> : null}
      {others > 0 ? <div className="mt-6"><Notice><p>{t("others", { count: others })}</p></Notice></div> : null}
    </>
  );
}
