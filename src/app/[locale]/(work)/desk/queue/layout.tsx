import type { ReactNode } from "react";
import { WorkArea } from "@/app/shell/work-area";

/** The group's workplace goes from edge to edge. */
export default function QueueLayout({ children }: { readonly children: ReactNode }) {
  return (
    <WorkArea body="bare" namespaces={["considering", "initiatives"]}>
      {children}
    </WorkArea>
  );
}
