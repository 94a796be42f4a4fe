import type { Evidence } from "../schema";

/** What was done, as it looks; in words for who doesn't see it. */
export function DonePhotos({ photos, label }: { readonly photos: Evidence["photos"]; readonly label: string }) {
  return (
    <ul className="my-4 grid gap-3" aria-label={label}>
      {photos.map(({ id, alt }) => (
        <li key={id}>
          <figure>
            <a href={`/files/${id}`}><img src={`/files/${id}`} alt={alt} loading="lazy" className="max-h-128 max-w-full" /></a>
            <figcaption className="small muted mt-1" aria-hidden="true">{alt}</figcaption>
          </figure>
        </li>
      ))}
    </ul>
  );
}
