import type { ReactNode } from 'react';

export type FieldError = { id: string; message: ReactNode };
export type ErrorSummaryProps = { title: ReactNode; errors: readonly FieldError[]; id?: string; onFollow?: ((id: string) => void) | undefined; children?: ReactNode };

/** First on the page after a failed send: what is wrong, each line a link to its field. `children`: what has been kept; `onFollow`: the fields are on another step. */
export function ErrorSummary({ title, errors, id = 'errors', onFollow, children }: ErrorSummaryProps) {
  if (errors.length === 0) return null;
  return (
    <div className="error-summary" role="alert" id={id} tabIndex={-1}>
      <h2>{title}</h2>
      <ul>
        {errors.map((error) => (
          <li key={error.id}>
            <a href={`#${error.id}`} onClick={onFollow && ((event) => { event.preventDefault(); onFollow(error.id); })}>{error.message}</a>
          </li>
        ))}
      </ul>
      {children}
    </div>
  );
}
