import { createTranslator } from "next-intl";
import type { TakenOut } from "@/api/flows/my-data/schema";
import { messagesOf } from "@/app/messages/all";
import { formatFullMoment } from "@/shared/dates/format";
import type { Locale } from "@/shared/text/locale";

type Value = TakenOut["parts"][number]["rows"][number][string];
const zone = "Europe/Moscow";

/** One page without a script or anything of another file: opens by a double click, reads on a phone, prints. Out: its name and HTML, and the folder for files beside it. */
export function myDataPage({ number, at, parts }: TakenOut, locale: Locale): { name: string; html: string; folder: string } {
  const messages = messagesOf(locale);
  const t = createTranslator({ locale, messages: messages.people.myData as Record<string, unknown>, timeZone: zone }) as unknown as (key: string, values?: Record<string, string>) => string;
  const { columns, words, parts: partNames } = messages.people.myData as unknown as Record<"columns" | "words" | "parts", Readonly<Record<string, string>>>;
  const roles = messages.access.roles as Readonly<Record<string, string>>;
  const say = (value: Value): string => {
    if (value === null || value === "") return t("fileNothing");
    if (typeof value === "boolean") return t(value ? "fileYes" : "fileNo");
    if (value instanceof Date) return formatFullMoment(value, zone, locale);
    return typeof value === "object" ? (words[value.word] ?? roles[value.word] ?? value.word) : String(value);
  };
  const record = (row: Readonly<Record<string, Value>>) => `<dl>${Object.entries(row).map(([name, value]) => `<dt>${escape(columns[name] ?? name)}</dt><dd>${escape(say(value)).replaceAll("\n", "<br>")}</dd>`).join("")}</dl>`;
  const sections = parts.map(({ part, rows }) => `<section><h2>${escape(partNames[part] ?? part)} <small>${rows.length}</small></h2>${rows.length === 0 ? `<p>${escape(t("fileEmpty"))}</p>` : rows.map(record).join("")}</section>`);
  const html = `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(t("fileTitle"))}</title>
<style>body{max-width:44rem;margin:0 auto;padding:1.5rem;font:1.125rem/1.5 Arial,sans-serif;color:#1b2422;background:#fff}h2{margin-top:2.5rem;border-bottom:2px solid #00595c}small{font-weight:normal;color:#55605d}dl{margin:1rem 0;padding:1rem;background:#f5f4ef;break-inside:avoid}dt{color:#55605d;font-size:.9rem}dd{margin:0 0 .6rem;overflow-wrap:anywhere}</style>
</head><body><h1>${escape(t("fileTitle"))}</h1><p>${escape(t("fileLead", { date: formatFullMoment(at, zone, locale) }))}</p><p>${escape(t("fileNumber", { number }))}</p>
${sections.join("\n")}
</body></html>
`;
  return { name: `${t("fileTitle")}.html`, html, folder: t("fileFolder") };
}

function escape(text: string): string {
  const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return text.replace(/[&<>"']/g, (char) => entities[char] ?? char);
}
