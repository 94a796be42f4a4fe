import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { redirect } from "next/navigation";
import { toLocale } from "@/platform/i18n/locale";
import { formatOneTimeCode, parseOneTimeCode } from "@/shared/codes/one-time-code";
import { FilterForm } from "@/ui/form/filter-form";
import { InputField } from "@/ui/form/input-field";
import { ResidentPage } from "../resident-page";

interface Props {
  readonly params: Promise<{ readonly locale: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "structure.code" });
  return { title: t("enterTitle"), referrer: "no-referrer", robots: { index: false } };
}

/** Where a printed code is typed; the square on the sheet leads past this page. Works without scripts. */
export default async function CodePage({ params, searchParams }: Props) {
  setRequestLocale(toLocale((await params).locale));
  const typed = (await searchParams).code;
  const code = typeof typed === "string" ? parseOneTimeCode(typed) : null;
  if (code !== null) redirect(`/invitation/${formatOneTimeCode(code)}`);
  const [t, errors] = [await getTranslations("structure.code"), await getTranslations("errors.field")];
  return (
    <ResidentPage title={t("enterTitle")} lead={t("enterLead")}>
      <FilterForm action="/invitation" label={t("enterTitle")} submit={t("enterSubmit")}>
        <InputField name="code" large label={t("code")} hint={t.rich("codeHint", { code: (example) => <code translate="no">{example}</code> })} defaultValue={typeof typed === "string" ? typed.slice(0, 40) : ""} error={typed === undefined ? undefined : errors("oneTimeCode")} autoComplete="one-time-code" autoCapitalize="characters" spellCheck={false} maxLength={40} />
      </FilterForm>
    </ResidentPage>
  );
}
