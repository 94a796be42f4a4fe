import { useLocale, useTranslations } from "next-intl";
import { roles } from "@/access/roles";
import { formatMoment } from "@/shared/dates/format";
import { Table } from "@/ui/table/table";
import type { Look } from "../account/schema";

const whats = ["record", "initiative", "ticket", "slip", "secondFactor", "passwordLink", "list", "draft", "confirmed", "merged", "assisted", "directory", "consentScan", "stackScan"] as const;

/** «Кто смотрел мои данные»: when, who in which role, what. */
export function LooksTable({ looks, now, zone }: { readonly looks: readonly Look[]; readonly now: Date; readonly zone: string }) {
  const t = useTranslations("people.account");
  const names = useTranslations("access.roles");
  const locale = useLocale();
  const roleName = (role: string) => {
    const known = roles.find((one) => one === role);
    return known ? names(known) : null;
  };
  /** «initiative:1307»: of what kind, and its number */
  const whatOf = (what: string) => {
    const [kind, number = ""] = what.split(":");
    return t(`whats.${whats.find((one) => one === kind) ?? "other"}`, { number });
  };
  return (
    <Table
      caption={t("looks")} captionHidden rows={[...looks]} rowKey={({ id }) => id}
      columns={[
        { id: "when", header: t("lookWhen"), cell: ({ at }) => <span className="num">{formatMoment(at, { now, zone, locale })}</span> },
        { id: "who", header: t("lookWho"), rowHeader: true, cell: ({ byName, role }) => [byName, roleName(role)].filter(Boolean).join(", ") },
        { id: "what", header: t("lookWhat"), cell: ({ what }) => whatOf(what) },
      ]}
    />
  );
}
