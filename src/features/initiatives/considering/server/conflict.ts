import { AppError } from "@/shared/errors/app-error";

/** Does the work, unless somebody else has been there before. Out: had somebody? */
export async function changedMeanwhile(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return false;
  } catch (error) {
    if (error instanceof AppError && error.code === "initiative.changedMeanwhile") return true;
    throw error;
  }
}
