import type { ReactNode } from 'react';

/** The sentence a page begins with. Inside: <i> for the figure, <em> for what is late, <small> for what follows. */
export function Say({ as: As = 'p', children }: { as?: 'p' | 'h1' | 'div'; children: ReactNode }) {
  return <As className="say">{children}</As>;
}
