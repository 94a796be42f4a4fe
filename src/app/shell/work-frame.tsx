import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { Actor } from "@/access/actor";
import { PageFrame, type PageFrameProps } from "@/ui/page/page-frame";
import { SiteHeader } from "@/ui/page/site-header";
import { AskedBand } from "./asked-band";
import { CurrentLinks } from "./current-links";
import { DemoMark } from "./demo-mark";
import { SiteFoot } from "./site-foot";
import { hasOwnPages, menuOf } from "./work-nav";

interface Props {
  readonly actor: Actor;
  readonly body?: PageFrameProps["body"];
  readonly isBare?: boolean;
  readonly children: ReactNode;
}

/** Around a person's own pages and workplaces: the menu holds what their rights open. */
export async function WorkFrame({ actor, body = "wrap", isBare = false, children }: Props) {
  const t = await getTranslations("app");
  const signedIn = actor.personId !== null;
  const links = menuOf(actor).map(({ place, href }) => ({ href, label: t(`work.${place}`) }));
  return (
    <PageFrame
      skip={t("skip")}
      body={body}
      above={isBare ? undefined : <DemoMark />}
      header={isBare ? null : (
        <SiteHeader
          // a long menu stands in one line only over the whole width
          wide={body === "wide" || body === "bare" || links.length > 5}
          brand={{ name: t("name"), href: "/" }}
          nav={links}
          Links={CurrentLinks}
          labels={{ nav: t("nav.label"), menu: t("nav.menu") }}
          account={signedIn && !hasOwnPages(actor) ? undefined : signedIn ? { href: "/account", label: t("nav.account"), look: "text" } : { href: "/sign-in", label: t("nav.signIn") }}
        />
      )}
      footer={isBare || body === "bare" ? undefined : <SiteFoot wide={body === "wide"} />}
    >
      {body === "bare" ? null : <AskedBand actor={actor} />}
      {children}
    </PageFrame>
  );
}
