"use client";

import type { ComponentProps } from "react";
import { api } from "@/app/shell/api-client";
import { RemarkList } from "@/features/initiatives/remarks/ui/remark-list";

/** The list with the call that this site makes. */
export function Remarks(props: Omit<ComponentProps<typeof RemarkList>, "settle">) {
  return <RemarkList {...props} settle={async (input) => await api.remark.settle.mutate(input)} />;
}
