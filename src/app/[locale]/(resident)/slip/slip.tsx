"use client";

import { SlipForm } from "@/features/people/ui/slip-form";
import { peopleCalls } from "../people-calls";

export function Slip() {
  return <SlipForm api={peopleCalls} />;
}
