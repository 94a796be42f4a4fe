import { useTranslations } from "next-intl";
import { Table } from "@/ui/table/table";
import type { TermInForce } from "../rules";

/** Who answers what, how soon, and who learns of it when the term has run out. */
export function RegulationTable({ terms, caption }: { readonly terms: readonly TermInForce[]; readonly caption: string }) {
  const t = useTranslations("regulation");
  return (
    <Table<TermInForce>
      caption={caption} captionHidden rows={terms} rowKey={({ subject }) => subject} empty={null}
      columns={[
        { id: "subject", header: t("columns.subject"), rowHeader: true, cell: ({ subject }) => t(`subject.${subject}`) },
        { id: "reactor", header: t("columns.reactor"), cell: ({ reactor }) => t(`tier.${reactor}`) },
        { id: "term", header: t("columns.term"), cell: ({ amount, unit, shortenedFrom }) => <>{t("term", { amount, unit })}{shortenedFrom === null ? null : <small className="muted"> {t("shortened", { amount: shortenedFrom })}</small>}</> },
        { id: "goesUpTo", header: t("columns.goesUpTo"), cell: ({ goesUpTo }) => (goesUpTo === null ? t("nobody") : t(`tier.${goesUpTo}`)) },
        { id: "basis", header: t("columns.basis"), cell: ({ basis }) => basis || t("noBasis") },
      ]}
    />
  );
}
