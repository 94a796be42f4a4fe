import type { ReactNode } from "react";
import { WorkArea } from "@/app/shell/work-area";

export default function MissedLayout({ children }: { readonly children: ReactNode }) {
  return (
    <WorkArea body="wrap" namespaces={[]}>
      {children}
    </WorkArea>
  );
}
