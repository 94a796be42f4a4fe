import type { ReactNode } from "react";
import { WorkArea } from "@/app/shell/work-area";

export default function DuplicatesLayout({ children }: { readonly children: ReactNode }) {
  return (
    <WorkArea body="wrap" namespaces={["people"]}>
      {children}
    </WorkArea>
  );
}
