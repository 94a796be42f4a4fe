import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { notFound } from "next/navigation";
import { canSomewhere } from "@/access/policy";
import { phoneRegistration } from "@/access/rules/phone-registration";
import { person as personPolicy } from "@/access/rules/person";
import { toLocale } from "@/platform/i18n/locale";
import { contextFromNext } from "@/platform/trpc/context-next";
import { PageTitle } from "@/ui/page/page-title";
import { PhoneConfirmation } from "./phone-confirmation";

interface Props {
  readonly params: Promise<{ readonly locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "people.phone" });
  return { title: t("deskTitle") };
}

/** For whoever may help in a municipality: nothing is listed, the number that the person names finds them. */
export default async function PhoneConfirmPage({ params }: Props) {
  setRequestLocale(toLocale((await params).locale));
  const [{ actor }, t] = [await contextFromNext(), await getTranslations("people")];
  if (!canSomewhere(phoneRegistration, actor, "confirmInPerson")) notFound();
  const mayFind = canSomewhere(personPolicy, actor, "find");
  const crumbs = canSomewhere(personPolicy, actor, "registerAtDesk") ? { crumbs: { label: t("desk.crumbs"), items: [{ label: t("desk.back"), href: "/desk/people" }] } } : {};
  return (
    <>
      <PageTitle title={t("phone.deskTitle")} note={t(mayFind ? "phone.deskLeadFind" : "phone.deskLead")} {...crumbs} />
      <PhoneConfirmation zone="Europe/Moscow" mayFind={mayFind} />
    </>
  );
}
