import { getTranslations } from "next-intl/server";
import type { ConsentDocument } from "@/features/people/schema";
import { Link } from "@/ui/page/link";
import { Notice } from "@/ui/page/notice";
import { FormMessages } from "../form-messages";
import { AcceptConsent, RefuseName } from "./accept-consent";

/** A new version that asks anew: what changed is read before it is agreed to; until then the earlier consent stands. */
export async function AskedConsents({ asked }: { readonly asked: readonly ConsentDocument[] }) {
  const t = await getTranslations("people.asked");
  return (
    <>
      {asked.map(({ id, purpose, title, version }) => (
        <div key={id} className="mb-6">
          <Notice tone="soon" title={t("title", { title })}>
            <p>{t("text", { version })} <Link className="link" href={`/consents/${purpose}`}>{t("read")}</Link></p>
            <FormMessages parts={["asked"]}><AcceptConsent documentId={id} /></FormMessages>
            {purpose === "publishName" ? (
              <>
                <p className="small mt-3">{t("otherwiseName")}</p>
                <FormMessages parts={["asked"]}><RefuseName /></FormMessages>
              </>
            ) : null}
            {purpose === "processing" ? <p className="small mt-3">{t("otherwise")} <Link className="link" href="/account/erase">{t("erase")}</Link></p> : null}
          </Notice>
        </div>
      ))}
    </>
  );
}
