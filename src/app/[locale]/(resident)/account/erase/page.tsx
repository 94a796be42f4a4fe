import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import { toLocale } from "@/platform/i18n/locale";
import { Link } from "@/ui/page/link";
import { LinkButton } from "@/ui/page/link-button";
import { Notice } from "@/ui/page/notice";
import { FormMessages } from "../../form-messages";
import type { PageProps } from "../../page-props";
import { ResidentPage } from "../../resident-page";
import { Erase } from "./erase";

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "people.myData" });
  return { title: t("eraseTitle") };
}

/** What goes, what stays and why, and one button: a page of its own, as it can't be taken back. */
export default async function ErasePage({ params }: PageProps) {
  setRequestLocale(toLocale((await params).locale));
  const [api, t] = [await callApi(), await getTranslations("people.myData")];
  const { obstacle, publicInitiatives, privateInitiatives, keptAppeals } = await pageCall(async () => await api.myData.overview(), "/account/erase");
  return (
    <ResidentPage title={t("eraseTitle")} lead={t("eraseLead")}>
      <div className="read">
        <h2>{t("goes")}</h2>
        <p>{t("goesText", { private: privateInitiatives })}</p>
        <h2 className="mt-6">{t("stays")}</h2>
        <ul className="mt-3 list-disc pl-5">
          <li>{t("staysPublic", { public: publicInitiatives })}</li>
          <li>{t("staysAppeal", { appeals: keptAppeals })}</li>
          <li>{t("staysProof")}</li>
          <li>{t("staysPhone")}</li>
        </ul>
        <p className="mt-5 mb-6">{t.rich("takeFirst", { link: (chunks) => <Link className="link" href="/account/data">{chunks}</Link> })}</p>
      </div>
      {obstacle ? (
        <Notice tone="soon" actions={obstacle === "noPassword" ? <LinkButton href="/sign-in/forgot">{t("setPassword")}</LinkButton> : undefined}><p>{t(`obstacles.${obstacle}`)}</p></Notice>
      ) : (
        <FormMessages parts={["erasing"]}><Erase /></FormMessages>
      )}
    </ResidentPage>
  );
}
