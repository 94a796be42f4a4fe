import type { ReactNode } from "react";
import { PublicFrame } from "@/app/shell/public-frame";

export default function PublicLayout({ children }: { readonly children: ReactNode }) {
  return <PublicFrame>{children}</PublicFrame>;
}
