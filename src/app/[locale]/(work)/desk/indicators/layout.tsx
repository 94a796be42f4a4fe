import type { ReactNode } from "react";
import { WorkArea } from "@/app/shell/work-area";

export default function IndicatorsLayout({ children }: { readonly children: ReactNode }) {
  return (
    <WorkArea body="wrap" namespaces={["indicators"]}>
      {children}
    </WorkArea>
  );
}
