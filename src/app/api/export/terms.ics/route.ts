import { calendarType } from "@/platform/calendar";
import { fileResponse } from "../table-response";
import { termsCalendar } from "../terms-calendar";

/** Terms of one's own initiatives and of the group's queue, for the calendar on one's phone. */
export async function GET(): Promise<Response> {
  return await fileResponse(async () => ({ body: await termsCalendar(), type: calendarType, name: "terms.ics" }));
}
