import { setRequestLocale } from "next-intl/server";
import { notFound } from "next/navigation";
import { toLocale } from "@/platform/i18n/locale";

interface Props {
  readonly params: Promise<{ readonly locale: string }>;
}

/** Whatever is no page is answered in the visitor's language. */
export default async function UnknownPage({ params }: Props) {
  setRequestLocale(toLocale((await params).locale));
  notFound();
}
