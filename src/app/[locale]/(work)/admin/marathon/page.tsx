import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import { Directions } from "@/features/structure/administration/ui/directions";
import { ModerationForm } from "@/features/structure/administration/ui/moderation-form";
import { AddRoundForm, RoundForm } from "@/features/structure/administration/ui/round-form";
import { PageTitle } from "@/ui/page/page-title";
import { Panel } from "@/ui/page/panel";
import { PublicSide } from "./public-side";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("structure.round"))("title") };
}

/** Days and directions of the round; another one after it. */
export default async function MarathonPage() {
  const { round } = await pageCall(async () => await (await callApi()).structure.administration.overview(), "/admin/marathon");
  const allowed = round && (await pageCall(async () => await (await callApi()).marathon.publicSide({ marathonId: round.id })));
  const [publicSide, t, admin] = [await getTranslations("marathon.publicSide"), await getTranslations("structure.round"), await getTranslations("structure.admin")];
  return (
    <>
      <PageTitle title={t("title")} note={round?.name} crumbs={{ label: admin("crumbs"), items: [{ label: admin("title"), href: "/admin" }, { label: t("title") }] }} />
      <div className="split">
        <div>
          {round ? <Panel title={t("dates")}><RoundForm key={`${round.id}:${round.name}:${round.startsOn}:${round.endsOn}:${round.closingEndsOn}`} round={round} /></Panel> : null}
          {round ? <Panel title={t("moderation")}><ModerationForm key={String(round.moderatesFirst)} round={round} /></Panel> : null}
          {allowed ? <Panel title={publicSide("title")}><PublicSide allowed={allowed} /></Panel> : null}
          <Panel title={t("next")}><AddRoundForm previous={round} /></Panel>
        </div>
        {round ? <Panel title={t("directions")}><Directions marathonId={round.id} directions={round.directions} /></Panel> : null}
      </div>
    </>
  );
}
