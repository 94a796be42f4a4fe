import { linear } from './scale';

export type BulletBarProps = {
  actual: number;
  target: number;
  /** What would be needed by now to be on course: the tick. */
  needed?: number;
  /** End of the axis; give the same to bars that are compared. Default: a little past the larger of target and actual. */
  max?: number;
  /** «41 из 80, нужно к сегодняшнему дню 38». */
  sentence: string;
};

/** Target against actual; the bar begins at zero. Stands in a table cell or alone. */
export function BulletBar({ actual, target, needed, max, sentence }: BulletBarProps) {
  const share = linear([0, max ?? (Math.max(target, actual, needed ?? 0) * 1.05 || 1)], [0, 100]);
  const percent = (value: number) => `${Math.min(100, Math.max(0, share(value)))}%`;
  return (
    <svg className="bullet" role="img" aria-label={sentence} width="100%" height="20">
      <rect className="bullet-ground" x="0" y="3" width="100%" height="14" rx="2" />
      <rect className="bullet-actual" x="0" y="6" width={percent(actual)} height="8" rx="1" />
      <rect className="bullet-target" x={percent(target)} y="3" width="3" height="14" />
      {needed !== undefined && <rect className="bullet-needed" x={percent(needed)} y="0" width="2.5" height="20" />}
    </svg>
  );
}
