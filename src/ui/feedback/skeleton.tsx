/** Lines where text will stand. Invisible for the first 300 ms (by CSS), so that what comes quickly does not flicker. */
export function Skeleton({ label, lines = 3, height }: { label: string; lines?: number; height?: number }) {
  return (
    <div className="skeleton" role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, at) => <span key={at} style={{ width: at === lines - 1 && lines > 1 ? '62%' : '100%', height }} />)}
    </div>
  );
}
