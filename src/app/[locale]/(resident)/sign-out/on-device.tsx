import { NextIntlClientProvider } from "next-intl";
import { getLocale } from "next-intl/server";
import { messagesOf } from "@/app/messages/all";
import { WaitingRecords } from "@/features/initiatives/offline/ui/waiting-records";

/** What stays on the device when its coordinator leaves, with its one sentence. */
export async function OnDevice() {
  const { onSignOut } = messagesOf(await getLocale()).initiatives.offline;
  return (
    <NextIntlClientProvider messages={{ initiatives: { offline: { onSignOut } } }}>
      <WaitingRecords />
    </NextIntlClientProvider>
  );
}
