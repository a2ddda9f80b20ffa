import type { ReactNode } from 'react';

interface TickProps {
  readonly type?: 'checkbox' | 'radio';
  readonly name: string;
  readonly value: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly hint?: ReactNode;
  readonly children: ReactNode;
}

/** A choice with what it means below it. */
export function Tick({ type = 'checkbox', name, value, checked, disabled = false, hint, children }: TickProps) {
  return (
    <label className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-2 rounded-md border border-line px-3 py-2 has-checked:border-accent has-checked:bg-accent-soft has-disabled:opacity-60">
      <input type={type} name={name} value={value} defaultChecked={checked} disabled={disabled} />
      <span className="font-medium">{children}</span>
      {hint && <span className="col-start-2 text-xs text-muted">{hint}</span>}
    </label>
  );
}
