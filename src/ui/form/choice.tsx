import type { InputHTMLAttributes, ReactNode } from 'react';

export type ChoiceOption = { value: string; label: ReactNode; note?: ReactNode; count?: string; disabled?: boolean };

/** One native check box or radio button with its words, the whole row a target of 44 px. */
export function Choice({ label, note, count, ...input }: InputHTMLAttributes<HTMLInputElement> & { label: ReactNode; note?: ReactNode; count?: string }) {
  return (
    <label className="choice">
      <input {...input} />
      <span>
        {label}
        {count ? <span className="choice-count">{count}</span> : null}
      </span>
      {note ? <span className="choice-note">{note}</span> : null}
    </label>
  );
}
