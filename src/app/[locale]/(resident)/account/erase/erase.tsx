"use client";

import { api } from "@/app/shell/api-client";
import { EraseForm } from "@/features/people/ui/erase-form";

export function Erase() {
  return <EraseForm erase={async (input) => await api.myData.erase.mutate(input)} />;
}
