import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { callApi } from "@/api/call";
import { FormMessages } from "@/app/[locale]/(resident)/form-messages";
import type { PageProps } from "@/app/[locale]/(resident)/page-props";
import { pageCall } from "@/app/shell/page-call";
import { toLocale } from "@/platform/i18n/locale";
import { contextFromNext } from "@/platform/trpc/context-next";
import { formatDay } from "@/shared/dates/format";
import { plainDateIn } from "@/shared/dates/zone";
import { Notice } from "@/ui/page/notice";
import { PageTitle } from "@/ui/page/page-title";
import { Panel } from "@/ui/page/panel";
import { OwnFactor, OwnSetup, OwnSignOut } from "./parts";

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "people.secondFactor" });
  return { title: t("title") };
}

const zone = "Europe/Moscow";

export default async function SecondFactorPage({ params }: PageProps) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const [api, { actor, now }, t] = [await callApi(), await contextFromNext(), await getTranslations("people.secondFactor")];
  const { isOn, since, recoveryLeft } = await pageCall(async () => await api.people.secondFactor.read(), "/second-factor");
  const next = actor.lacksSecondFactor || actor.posts.length > 0 ? "/desk" : "/account/security";
  return (
    <>
      <PageTitle title={t("title")} note={t("lead")} />
      {actor.lacksSecondFactor ? <div className="mb-6"><Notice tone="soon"><p>{t("demanded")}</p></Notice></div> : null}
      <div className="split">
        <div>
          <FormMessages parts={["secondFactor", "account"]}>
            {isOn ? (
              <>
                <p className="mb-3">{since ? t("onSince", { date: formatDay(plainDateIn(zone, since), { now, zone, locale }) }) : t("onTitle")}. {t("left", { count: recoveryLeft })}</p>
                <Panel title={t("change")}>
                  <p className="mb-4">{t("changeText")}</p>
                  <OwnFactor next={next} />
                </Panel>
              </>
            ) : <OwnSetup next={next} />}
          </FormMessages>
        </div>
        <div>
          <Panel title={t("lostTitle")}><p>{t("lostText")}</p></Panel>
          {actor.lacksSecondFactor ? <div className="mt-5"><FormMessages parts={["signOut"]}><OwnSignOut /></FormMessages></div> : null}
        </div>
      </div>
    </>
  );
}
