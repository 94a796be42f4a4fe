"use client";

import { NewAddressForm } from "@/features/people/ui/new-address-form";
import { peopleCalls } from "../../people-calls";

export function NewAddress({ token }: { readonly token: string }) {
  return <NewAddressForm token={token} api={peopleCalls} />;
}
