import { notFound, redirect } from "next/navigation";
import { nextStep, stepStates } from "@/features/structure/setup/rules";
import { placeOfPage } from "../structure/place";
import { targetsOf } from "./targets";

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** Goes on where it was left. */
export default async function SetupPage({ searchParams }: Props) {
  const { chart } = await placeOfPage(await searchParams, "/desk/setup");
  if (!chart.may.setUp) notFound();
  const targets = await targetsOf(chart);
  redirect(`/desk/setup/${nextStep(stepStates(chart, targets?.hasWhole ?? false))}?m=${chart.place.id}`);
}
