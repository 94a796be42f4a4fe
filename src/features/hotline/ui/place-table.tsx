import { useTranslations } from "next-intl";
import { formatPhone, type Phone } from "@/shared/codes/phone";
import { Link } from "@/ui/page/link";
import { Table, type Column } from "@/ui/table/table";
import type { HelperPlace } from "../help/schema";

/** Organisations where somebody helps: by function, with the organisation's own telephone. */
export function PlaceTable({ places, caption }: { readonly places: readonly HelperPlace[]; readonly caption: string }) {
  const t = useTranslations("hotline.help");
  const who = ({ hasCoordinator, hasExecutor }: HelperPlace) => t(`function.${hasCoordinator && hasExecutor ? "both" : hasCoordinator ? "coordinator" : "executor"}`);
  const columns: Column<HelperPlace>[] = [
    { id: "place", header: t("columns.place"), cell: nameAndAddress, rowHeader: true },
    { id: "who", header: t("columns.who"), cell: who },
    ...(places.some((place) => place.phone) ? [{ id: "phone", header: t("columns.phone"), cell: (place: HelperPlace) => place.phone && <PhoneLink phone={place.phone} /> }] : []),
  ];
  return <Table caption={caption} captionHidden columns={columns} rows={places} rowKey={(place) => place.id} />;
}

function nameAndAddress({ name, address }: HelperPlace) {
  return <>{name}{address ? <span className="small muted block font-normal">{address}</span> : null}</>;
}

export function PhoneLink({ phone }: { readonly phone: string }) {
  return <Link className="link num whitespace-nowrap" href={`tel:${phone}`}>{formatPhone(phone as Phone)}</Link>;
}
