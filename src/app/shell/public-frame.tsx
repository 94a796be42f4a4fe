import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Link } from "@/ui/page/link";
import { PageFrame, type PageFrameProps } from "@/ui/page/page-frame";
import { SiteHeader } from "@/ui/page/site-header";
import { CurrentLinks } from "./current-links";
import { DemoMark } from "./demo-mark";
import { SiteFoot } from "./site-foot";

interface Props {
  readonly body?: PageFrameProps["body"];
  readonly children: ReactNode;
}

/** Around pages that are the same for everybody: who is signed in is known to the browser alone (appearance.js). */
export async function PublicFrame({ body = "bands", children }: Props) {
  const t = await getTranslations("app");
  return (
    <PageFrame
      skip={t("skip")}
      body={body}
      above={<DemoMark />}
      header={
        <SiteHeader
          brand={{ name: t("name"), href: "/" }}
          nav={[
            { href: "/initiatives", label: t("nav.catalogue") },
            { href: "/progress", label: t("nav.progress") },
            { href: "/help", label: t("nav.help") },
          ]}
          Links={CurrentLinks}
          labels={{ nav: t("nav.label"), menu: t("nav.menu") }}
          tools={
            <>
              <Link className="button button-quiet signed-out-only" href="/sign-in">{t("nav.signIn")}</Link>
              <Link className="button button-quiet signed-in-only" href="/desk">{t("nav.desk")}</Link>
            </>
          }
        />
      }
      footer={<SiteFoot />}
    >
      {children}
    </PageFrame>
  );
}
