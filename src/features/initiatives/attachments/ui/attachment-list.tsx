import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/shared/numbers/format";
import type { Attachment } from "../schema";

/** Photos as they are, documents as links that save them. */
export function AttachmentList({ attachments }: { readonly attachments: readonly Attachment[] }) {
  const t = useTranslations("initiatives.attachments");
  const locale = useLocale();
  const photos = attachments.filter(({ type }) => type === "jpeg");
  const documents = attachments.filter(({ type }) => type !== "jpeg");
  return (
    <>
      {photos.length > 0 ? (
        <ul className="my-4 grid gap-3" aria-label={t("photos")}>
          {photos.map(({ id, name }, at) => (
            <li key={id}>
              <a href={`/files/${id}`}><img src={`/files/${id}`} alt={t("photo", { number: at + 1, name })} loading="lazy" className="max-h-128 max-w-full" /></a>
            </li>
          ))}
        </ul>
      ) : null}
      {documents.length > 0 ? (
        <ul className="my-4 grid gap-2" aria-label={t("documents")}>
          {documents.map(({ id, name, type, bytes }) => (
            <li key={id}>
              <a href={`/files/${id}`} download>{name}</a> <span className="small muted num">{t(type === "pdf" ? "pdf" : "docx", { kilobytes: formatNumber(Math.max(1, Math.round(bytes / 1000)), locale) })}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
