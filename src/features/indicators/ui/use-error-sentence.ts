import { useTranslations } from "next-intl";
import { errorCatalogue, type ErrorCode } from "@/shared/errors/catalogue";

/** The sentence of a refusal; those that need values are none of this feature's. */
export function useErrorSentence(): (code: ErrorCode) => string {
  const t = useTranslations("errors");
  return (code) => {
    const key = "params" in errorCatalogue[code] ? "request.failed" : code;
    return t(key as Parameters<typeof t>[0]);
  };
}
