import type { ReactNode } from 'react';
import { Heading, type Level } from '../page/heading';

export type ChartWords = {
  /** The sentence for those who don't see the drawing: what it shows, with the figures. */
  sentence: string;
  /** The finding, as a heading above the chart. */
  title?: ReactNode;
  level?: Level;
  caption?: ReactNode;
  source?: ReactNode;
};

export function ChartFrame({ title, level = 3, caption, source, children }: Omit<ChartWords, 'sentence'> & { children: ReactNode }) {
  return (
    <figure className="chart">
      {title ? <Heading level={level} className="chart-title">{title}</Heading> : null}
      {children}
      {caption || source ? (
        <figcaption className="chart-note">
          {caption}
          {caption && source ? ' ' : null}
          {source ? <span>{source}</span> : null}
        </figcaption>
      ) : null}
    </figure>
  );
}
