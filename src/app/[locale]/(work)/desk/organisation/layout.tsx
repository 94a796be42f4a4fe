import type { ReactNode } from "react";
import { WorkArea } from "@/app/shell/work-area";

export default function OrganisationLayout({ children }: { readonly children: ReactNode }) {
  return (
    <WorkArea body="wrap" namespaces={[]}>
      {children}
    </WorkArea>
  );
}
