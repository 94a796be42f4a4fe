import type { ReactNode } from "react";
import { WorkArea } from "@/app/shell/work-area";

export default function CouncilLayout({ children }: { readonly children: ReactNode }) {
  return (
    <WorkArea body="wide" namespaces={["indicators"]}>
      {children}
    </WorkArea>
  );
}
