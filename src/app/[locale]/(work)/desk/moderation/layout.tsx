import type { ReactNode } from "react";
import { WorkArea } from "@/app/shell/work-area";

export default function ModerationLayout({ children }: { readonly children: ReactNode }) {
  return (
    <WorkArea body="wrap" namespaces={["considering", "initiatives"]}>
      {children}
    </WorkArea>
  );
}
