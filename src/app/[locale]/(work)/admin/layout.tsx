import type { ReactNode } from "react";
import "@/features/structure/ui/structure.css";
import { WorkArea } from "@/app/shell/work-area";
import { StructureCallsFromApi } from "../desk/structure/calls";

export default function AdminLayout({ children }: { readonly children: ReactNode }) {
  return (
    <WorkArea body="wrap" namespaces={["structure", "marathon"]}>
      <StructureCallsFromApi>{children}</StructureCallsFromApi>
    </WorkArea>
  );
}
