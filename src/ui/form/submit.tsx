import type { ButtonHTMLAttributes } from 'react';
import { buttonClass, type ButtonLook } from '../page/button-class';

/** A native submit button for forms that work without scripts; repeat sends are the server's to recognise (idempotency key). */
export function Submit({ variant, size, className, ...rest }: ButtonHTMLAttributes<HTMLButtonElement> & ButtonLook) {
  return <button type="submit" {...rest} className={buttonClass({ variant, size }, className)} />;
}
