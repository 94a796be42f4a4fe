import type { ReactNode } from "react";
import "@/features/structure/ui/structure.css";
import { WorkArea } from "@/app/shell/work-area";
import { StructureCallsFromApi } from "../structure/calls";

export default function SetupLayout({ children }: { readonly children: ReactNode }) {
  return (
    <WorkArea body="wrap" namespaces={["structure", "indicators"]}>
      <StructureCallsFromApi>{children}</StructureCallsFromApi>
    </WorkArea>
  );
}
