import type { ReactNode } from 'react';

export type FieldError = { id: string; message: ReactNode };
export type ErrorSummaryProps = { title: ReactNode; errors: readonly FieldError[]; id?: string; children?: ReactNode };

/** First on the page after a failed send: what is wrong, each line a link to its field. `children`: what has been kept. */
export function ErrorSummary({ title, errors, id = 'errors', children }: ErrorSummaryProps) {
  if (errors.length === 0) return null;
  return (
    <div className="error-summary" role="alert" id={id} tabIndex={-1}>
      <h2>{title}</h2>
      <ul>
        {errors.map((error) => (
          <li key={error.id}>
            <a href={`#${error.id}`}>{error.message}</a>
          </li>
        ))}
      </ul>
      {children}
    </div>
  );
}
