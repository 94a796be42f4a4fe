import type { ReactNode } from "react";
import "@/features/structure/ui/structure.css";
import { WorkArea } from "@/app/shell/work-area";
import { StructureCallsFromApi } from "./calls";

export default function StructureLayout({ children }: { readonly children: ReactNode }) {
  return (
    <WorkArea body="wide" namespaces={["structure"]}>
      <StructureCallsFromApi>{children}</StructureCallsFromApi>
    </WorkArea>
  );
}
