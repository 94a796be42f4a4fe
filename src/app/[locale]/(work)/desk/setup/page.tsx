import { redirect } from "next/navigation";
import { nextStep, stepStates } from "@/features/structure/setup/rules";
import { placeOfPage } from "../structure/place";

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** Goes on where it was left. */
export default async function SetupPage({ searchParams }: Props) {
  const { chart } = await placeOfPage(await searchParams, "/desk/setup");
  redirect(`/desk/setup/${nextStep(stepStates(chart))}?m=${chart.place.id}`);
}
