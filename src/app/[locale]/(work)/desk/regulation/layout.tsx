import type { ReactNode } from "react";
import { WorkArea } from "@/app/shell/work-area";

export default function RegulationLayout({ children }: { readonly children: ReactNode }) {
  return (
    <WorkArea body="wrap" namespaces={["regulation"]}>
      {children}
    </WorkArea>
  );
}
