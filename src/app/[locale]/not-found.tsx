import { Absent } from "@/app/shell/absent";
import { PublicFrame } from "@/app/shell/public-frame";

/** Within the application; a visit by address gets the page /absent from the server. */
export default function NotFoundPage() {
  return (
    <PublicFrame>
      <Absent />
    </PublicFrame>
  );
}
