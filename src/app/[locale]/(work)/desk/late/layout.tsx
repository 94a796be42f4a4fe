import type { ReactNode } from "react";
import { WorkArea } from "@/app/shell/work-area";

export default function LateLayout({ children }: { readonly children: ReactNode }) {
  return (
    <WorkArea body="wrap" namespaces={["initiatives"]}>
      {children}
    </WorkArea>
  );
}
