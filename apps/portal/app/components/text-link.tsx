import { Link, type LinkProps } from '@remix-run/react';

export function TextLink({ className = '', ...rest }: LinkProps) {
  return <Link className={`text-accent underline-offset-2 hover:underline ${className}`} {...rest} />;
}
