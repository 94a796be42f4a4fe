import type { ReactNode } from "react";
import { WorkArea } from "@/app/shell/work-area";
import { StructureCallsFromApi } from "./calls";

export default function StructureLayout({ children }: { readonly children: ReactNode }) {
  return (
    <WorkArea body="wide" namespaces={["structure"]}>
      <StructureCallsFromApi>{children}</StructureCallsFromApi>
    </WorkArea>
  );
}
