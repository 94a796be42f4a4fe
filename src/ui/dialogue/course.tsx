import type { ReactNode } from 'react';

export type CourseStep = { at: ReactNode; dateTime?: string; what: ReactNode; by?: ReactNode; state?: 'past' | 'next' | 'late' | 'ahead' };
export type CourseProps = { steps: CourseStep[]; label?: string; stateLabels: { next: string; late: string; ahead: string } };

/** The course of a record: what was, what comes next and by when. The state is said in words for those who don't see the dot. */
export function Course({ steps, label, stateLabels }: CourseProps) {
  return (
    <ol className="course" aria-label={label}>
      {steps.map((step, at) => {
        const state = step.state ?? 'past';
        return (
          <li key={at} data-state={state}>
            {state !== 'past' ? <span className="visually-hidden">{stateLabels[state]}: </span> : null}
            <span className="course-at">{step.dateTime ? <time dateTime={step.dateTime}>{step.at}</time> : step.at}</span>
            {' — '}
            {step.what}
            {step.by ? <span className="course-by">{step.by}</span> : null}
          </li>
        );
      })}
    </ol>
  );
}
