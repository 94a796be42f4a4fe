import { useTranslations } from "next-intl";
import { Link } from "@/ui/page/link";
import { Table } from "@/ui/table/table";
import { answeredShare } from "../../rules";
import { useNumbers } from "../../ui/use-numbers";
import type { Progress } from "../schema";

/** Regions by name, with the sum of all. */
export function RegionsTable({ progress: { regions, total, municipalities, released } }: { readonly progress: Progress }) {
  const t = useTranslations("indicators.progress");
  const column = useTranslations("indicators.front.column");
  const { whole, percent } = useNumbers();
  const share = (value: number | null) => (value === null ? "" : percent(value));
  return (
    <Table
      caption={t("regions")}
      captionHidden
      rows={regions}
      rowKey={({ id }) => id}
      columns={[
        { id: "name", header: t("regionColumn"), rowHeader: true, cell: ({ code, name }) => <Link className="link" href={`/progress/${code}`}>{name}</Link> },
        { id: "municipalities", header: t("municipalities"), align: "end", cell: (region) => t("municipalitiesOf", { released: whole(region.released), count: whole(region.municipalities) }) },
        { id: "net", header: column("net"), align: "end", cell: ({ figures }) => whole(figures.net) },
        { id: "answered", header: column("answered"), align: "end", cell: ({ figures }) => share(answeredShare(figures)) },
      ]}
      totals={{ name: t("total"), municipalities: t("municipalitiesOf", { released: whole(released), count: whole(municipalities) }), net: whole(total.net), answered: share(answeredShare(total)) }}
    />
  );
}
