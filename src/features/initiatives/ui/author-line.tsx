import { useTranslations } from "next-intl";
import type { PublicRecord } from "../record/schema";

type Props = Pick<PublicRecord, "authorName" | "isAuthorErased" | "initiatorKind" | "collective" | "helpedAt"> & Partial<Pick<PublicRecord, "coAuthors">>;

/** «Ирина С. и 2 соавтора, при содействии координатора, школа № 2»; without a consent the kind of initiator stands for the name. */
export function AuthorLine({ authorName, isAuthorErased, initiatorKind, collective, helpedAt, coAuthors }: Props) {
  const t = useTranslations("initiatives");
  const author = authorName ?? t(isAuthorErased ? "authorErased" : `kindOfAuthor.${collective ? "collective" : initiatorKind}`);
  const name = coAuthors && coAuthors.count > 0 ? t("coAuthors.line", { author, count: coAuthors.count, names: coAuthors.names.join(", ") || "none" }) : author;
  return <>{helpedAt === null ? name : `${name}, ${t("helpedAt", { organisation: helpedAt })}`}</>;
}
