"use client";

import type { ComponentProps } from "react";
import { api } from "@/app/shell/api-client";
import { PublicSideForm } from "@/features/marathon/ui/public-side-form";

/** The form with the call that this site makes. */
export function PublicSide(props: Omit<ComponentProps<typeof PublicSideForm>, "save">) {
  return <PublicSideForm {...props} save={async (wanted) => await api.marathon.setPublicSide.mutate(wanted)} />;
}
