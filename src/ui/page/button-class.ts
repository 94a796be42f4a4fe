import clsx from 'clsx';

export type ButtonLook = { variant?: 'primary' | 'quiet' | 'plain' | 'danger'; size?: 'normal' | 'large' };

export function buttonClass({ variant = 'primary', size = 'normal' }: ButtonLook, extra?: string): string {
  return clsx('button', variant !== 'primary' && `button-${variant}`, size === 'large' && 'button-large', extra);
}
