import { Link, type LinkProps } from '@remix-run/react';
import type { ButtonHTMLAttributes, ReactNode } from 'react';

export type ButtonLook = 'primary' | 'plain' | 'quiet' | 'danger';

const SHAPE =
  'inline-flex min-h-9 shrink-0 whitespace-nowrap items-center justify-center gap-1.5 rounded-md px-3.5 text-sm font-medium transition-colors duration-150 disabled:opacity-55';

const LOOKS: Readonly<Record<ButtonLook, string>> = {
  primary: 'bg-accent text-accent-ink hover:bg-accent-strong',
  plain: 'border border-field/60 bg-surface text-ink hover:bg-surface-3',
  quiet: 'text-accent hover:bg-surface-3',
  danger: 'border border-loss/60 text-loss hover:bg-loss/10',
};

export function buttonClass(look: ButtonLook = 'plain'): string {
  return `${SHAPE} ${LOOKS[look]}`;
}

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: ButtonLook;
  readonly icon?: ReactNode;
}

/** Submits its form unless told otherwise. */
export function Button({ look = 'plain', icon, children, type = 'submit', className = '', ...rest }: ButtonProps) {
  return (
    <button type={type} className={`${buttonClass(look)} ${className}`} {...rest}>
      {icon}
      {children}
    </button>
  );
}

interface ButtonLinkProps extends LinkProps {
  readonly look?: ButtonLook;
  readonly icon?: ReactNode;
}

/** Goes somewhere, looks like a button: for the primary action of a page that is another page. */
export function ButtonLink({ look = 'plain', icon, children, className = '', ...rest }: ButtonLinkProps) {
  return (
    <Link className={`${buttonClass(look)} ${className}`} {...rest}>
      {icon}
      {children}
    </Link>
  );
}
