import type { ReactNode } from "react";
import "@/features/structure/ui/structure.css";
import { WorkArea } from "@/app/shell/work-area";

export default function WallLayout({ children }: { readonly children: ReactNode }) {
  return (
    <WorkArea body="wide" isBare namespaces={[]}>
      {children}
    </WorkArea>
  );
}
