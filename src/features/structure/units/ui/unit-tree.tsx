import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { formatNumericDate } from "@/shared/dates/format";
import { plainDate } from "@/shared/dates/plain-date";
import { Link } from "@/ui/page/link";
import { Tag } from "@/ui/page/tag";
import type { ListedUnit } from "../schema";

interface Props {
  readonly units: readonly ListedUnit[];
  readonly rootId: string;
}

/** Units from the top down, each with what stands under it. */
export async function UnitTree({ units, rootId }: Props) {
  const [t, locale] = [await getTranslations("structure.units"), await getLocale()];
  const below = (parentId: string): ReactNode => {
    const here = units.filter((unit) => unit.parentId === parentId);
    return here.length === 0 ? null : (
      <ul className="unit-tree">
        {here.map(({ id, shortName, kind, changesOn }) => (
          <li key={id}>
            <Link className="link" href={`/desk/structure/units/${id}`}>{shortName}</Link> <span className="small muted">{t(`kinds.${kind}`)}</span>
            {changesOn ? <> <Tag tone="soon">{t("changesOn", { date: formatNumericDate(plainDate(changesOn), locale) })}</Tag></> : null}
            {below(id)}
          </li>
        ))}
      </ul>
    );
  };
  return below(rootId);
}
