import type { AnchorHTMLAttributes } from 'react';
import { buttonClass, type ButtonLook } from './button-class';
import { Link } from './link';

export type LinkButtonProps = AnchorHTMLAttributes<HTMLAnchorElement> & ButtonLook & { href: string };

export function LinkButton({ variant, size, className, ...rest }: LinkButtonProps) {
  return <Link className={buttonClass({ variant, size }, className)} {...rest} />;
}
