"use client";

import { FirstRunForm } from "@/features/people/ui/first-run-form";
import { peopleCalls } from "../../(resident)/people-calls";

export function FirstRun() {
  return <FirstRunForm api={peopleCalls} />;
}
