import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ClientMessages } from "@/app/client-messages";
import type { MessageNamespace } from "@/app/messages/all";
import { contextFromNext } from "@/platform/trpc/context-next";
import { intlTag } from "@/shared/text/locale";
import type { PageFrameProps } from "@/ui/page/page-frame";
import { WorkFrame } from "./work-frame";
import { WorkProviders } from "./work-providers";

interface Props {
  readonly body: PageFrameProps["body"];
  /** for a wall: no menu and no foot */
  readonly isBare?: boolean;
  /** what the client components of these pages speak */
  readonly namespaces: readonly MessageNamespace[];
  readonly children: ReactNode;
}

/**
 * Around workplaces: a visitor is led to sign in. This is courtesy, not protection: each page and procedure authorises
 * its own rows.
 */
export async function WorkArea({ body, isBare = false, namespaces, children }: Props) {
  const { actor } = await contextFromNext();
  if (actor.personId === null) redirect("/sign-in?next=/desk");
  if (actor.lacksSecondFactor) redirect("/second-factor");
  const t = await getTranslations("app.toasts");
  return (
    <ClientMessages namespaces={["app", "errors", "dates", "access", ...namespaces]}>
      <WorkProviders locale={intlTag[await getLocale()]} labels={{ region: t("region"), close: t("close") }}>
        <WorkFrame actor={actor} body={body} isBare={isBare}>
          {children}
        </WorkFrame>
      </WorkProviders>
    </ClientMessages>
  );
}
