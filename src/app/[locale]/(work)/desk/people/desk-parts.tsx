"use client";

import { useRouter } from "next/navigation";
import type { ComponentProps } from "react";
import { DeskForm } from "@/features/people/ui/desk-form";
import { PaperPanel } from "@/features/people/paper/ui/paper-panel";
import { SlipMaker } from "@/features/people/ui/slip-maker";
import { WriteTogetherButton } from "@/features/people/ui/write-together-button";
import { peopleCalls } from "../../../(resident)/people-calls";

export function DeskRegistration(props: Omit<ComponentProps<typeof DeskForm>, "api">) {
  return <DeskForm {...props} api={peopleCalls} />;
}

export function Slip(props: Omit<ComponentProps<typeof SlipMaker>, "api">) {
  return <SlipMaker {...props} api={peopleCalls} />;
}

export function WriteTogether(props: Omit<ComponentProps<typeof WriteTogetherButton>, "api">) {
  return <WriteTogetherButton {...props} api={peopleCalls} />;
}

export function PaperScan(props: Omit<ComponentProps<typeof PaperPanel>, "api" | "onSent">) {
  const router = useRouter();
  return <PaperPanel {...props} api={peopleCalls} onSent={() => router.refresh()} />;
}
