import { useTranslations } from "next-intl";
import type { PublicRecord } from "../record/schema";

type Props = Pick<PublicRecord, "authorName" | "isAuthorErased" | "initiatorKind" | "collective" | "helpedAt">;

/** «Ирина С., при содействии координатора, школа № 2»; without a consent the kind of initiator stands for the name. */
export function AuthorLine({ authorName, isAuthorErased, initiatorKind, collective, helpedAt }: Props) {
  const t = useTranslations("initiatives");
  const name = authorName ?? t(isAuthorErased ? "authorErased" : `kindOfAuthor.${collective ? "collective" : initiatorKind}`);
  return <>{helpedAt === null ? name : `${name}, ${t("helpedAt", { organisation: helpedAt })}`}</>;
}
