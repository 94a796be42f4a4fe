import { Link } from './link';

export function Mark({ name, href }: { name: string; href?: string }) {
  const inside = (
    <>
      <b aria-hidden="true">«</b>
      <span>{name}</span>
      <b aria-hidden="true">»</b>
    </>
  );
  return href ? <Link className="mark" href={href}>{inside}</Link> : <span className="mark">{inside}</span>;
}
