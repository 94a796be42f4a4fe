import type { ReactNode } from 'react';
import { Link } from './link';

export type Step = { label: ReactNode; state: 'done' | 'current' | 'ahead'; href?: string };
export type StepperProps = { steps: Step[]; label: string; stateLabels: { done: string; current: string; ahead: string } };

export function Stepper({ steps, label, stateLabels }: StepperProps) {
  return (
    <ol className="steps" aria-label={label}>
      {steps.map((step, at) => (
        <li key={at} data-state={step.state} aria-current={step.state === 'current' ? 'step' : undefined}>
          <span>
            {step.href ? <Link className="link" href={step.href}>{step.label}</Link> : step.label}
            <span className="visually-hidden">, {stateLabels[step.state]}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
