import { useTranslations } from "next-intl";

/** What became of a similar one, as its official answer begins. Nothing while it has none. */
export function AnswerBegins({ answer }: { readonly answer: string | null }) {
  const t = useTranslations("initiatives.new");
  const text = answer?.replace(/\s+/g, " ").trim();
  if (!text) return null;
  return <p className="small">{t("similarAnswer", { text: text.length < 200 ? text : `${text.slice(0, text.lastIndexOf(" "))}…` })}</p>;
}
