import type { ReactNode } from "react";
import { WorkArea } from "@/app/shell/work-area";
import "./slip.css";

export default function PeopleLayout({ children }: { readonly children: ReactNode }) {
  return (
    <WorkArea body="wrap" namespaces={["people"]}>
      {children}
    </WorkArea>
  );
}
