import { useTranslations } from "next-intl";
import { Link } from "@/ui/page/link";
import { Table } from "@/ui/table/table";
import { addFigures, answeredShare, perThousand } from "../../rules";
import { useNumbers } from "../../ui/use-numbers";
import type { PublicPlace } from "../schema";

interface Props {
  readonly places: readonly PublicPlace[];
  readonly caption: string;
  /** the sum of the rows beneath them */
  readonly withTotal?: boolean;
  /** a few rows in a narrow column: stays a table */
  readonly isSmall?: boolean;
}

/** Released municipalities in the order given: nobody is ranked in public. A name opens its initiatives. */
export function PlacesTable({ places, caption, withTotal, isSmall }: Props) {
  const t = useTranslations("indicators.front.column");
  const all = useTranslations("indicators.progress");
  const { whole, one, percent } = useNumbers();
  const sum = addFigures(...places.map(({ figures }) => figures));
  const share = (value: number | null, format: (value: number) => string) => (value === null ? "" : format(value));
  return (
    <Table
      caption={caption}
      captionHidden
      scroll={isSmall}
      rows={places}
      rowKey={({ id }) => id}
      columns={[
        { id: "name", header: t("name"), rowHeader: true, cell: ({ id, name }) => <Link className="link" href={`/initiatives?municipality=${id}`}>{name}</Link> },
        { id: "net", header: t("net"), align: "end", cell: ({ figures }) => whole(figures.net) },
        { id: "perThousand", header: t("perThousand"), align: "end", cell: ({ figures, population }) => share(perThousand(figures.net, population), one) },
        { id: "answered", header: t("answered"), align: "end", cell: ({ figures }) => share(answeredShare(figures), percent) },
      ]}
      totals={withTotal ? { name: all("total"), net: whole(sum.net), answered: share(answeredShare(sum), percent) } : undefined}
    />
  );
}
