import { StatusTag } from "../../ui/status-tag";
import type { FollowedList as Followed } from "../schema";

/** What the person follows: the state first, the page behind it. */
export function FollowedList({ rows }: { readonly rows: Followed["rows"] }) {
  return (
    <ul className="record-list">
      {rows.map(({ number, title, municipality, status }) => (
        <li key={number}>
          <p><StatusTag status={status} /></p>
          <h3><a href={`/initiatives/${number}`}>{title}</a></h3>
          <p className="small muted">{municipality}</p>
        </li>
      ))}
    </ul>
  );
}
