import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Link } from "@/ui/page/link";
import { PageTitle } from "@/ui/page/page-title";
import { Panel } from "@/ui/page/panel";

interface Props {
  readonly title: string;
  readonly lead?: string;
  /** beside the form, above the help */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A question page: what is asked on the left, who helps on the right, below it on a phone. */
export async function ResidentPage({ title, lead, aside, children }: Props) {
  const t = await getTranslations("people.common");
  return (
    <>
      <PageTitle title={title} />
      <div className="split">
        <div>
          {lead ? <p className="read mb-6">{lead}</p> : null}
          {children}
        </div>
        <div>
          {aside}
          <Panel title={t("help")}>
            <p>{t("helpText")}</p>
            <p className="mt-3"><Link href="/help">{t("helpLink")}</Link></p>
          </Panel>
        </div>
      </div>
    </>
  );
}
