import clsx from 'clsx';
import type { ReactNode } from 'react';

/** Lines are SVG stretched to the box; words are HTML laid over it, so that type keeps its size at every width. Positions are in per cent of the plot. */
export function PlotWord({ x, y, anchor = 'start', kind, className, children }: { x?: number; y?: number; anchor?: 'start' | 'middle' | 'end'; kind: string; className?: string; children: ReactNode }) {
  return (
    <span className={clsx('plot-word', `plot-${kind}`, `plot-${anchor}`, className)} style={{ left: x === undefined ? undefined : `${x}%`, top: y === undefined ? undefined : `${y}%` }}>
      {children}
    </span>
  );
}

export function PlotDot({ x, y, kind }: { x: number; y: number; kind: string }) {
  return <span className={clsx('plot-dot', `plot-dot-${kind}`)} style={{ left: `${x}%`, top: `${y}%` }} />;
}
