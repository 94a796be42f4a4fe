import { calendarType } from "@/platform/calendar";
import { dutyCalendar } from "../duty-calendar";
import { fileResponse } from "../table-response";

/** An operator's own shifts, for the calendar on their phone. */
export async function GET(): Promise<Response> {
  return await fileResponse(async () => ({ body: await dutyCalendar(), type: calendarType, name: "duty.ics" }));
}
