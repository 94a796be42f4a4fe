"use client";

import { useLocale } from "next-intl";
import { PhoneConfirmForm } from "@/features/people/ui/phone-confirm-form";
import { formatNumericDate } from "@/shared/dates/format";
import { plainDateIn } from "@/shared/dates/zone";
import { peopleCalls } from "../../../../(resident)/people-calls";

export function PhoneConfirmation({ zone, mayFind }: { readonly zone: string; readonly mayFind: boolean }) {
  const locale = useLocale();
  return <PhoneConfirmForm api={peopleCalls} mayFind={mayFind} when={(at) => formatNumericDate(plainDateIn(zone, at), locale)} />;
}
