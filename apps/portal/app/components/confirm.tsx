import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Button, buttonClass } from './button.tsx';

interface ConfirmProps {
  readonly open: ReactNode;
  /** What will be gone. */
  readonly warning: ReactNode;
  readonly confirm: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** A destructive act in two steps that need no JavaScript: unfold, read what will be gone, do it. */
export function Confirm({ open, warning, confirm, fields }: ConfirmProps) {
  return (
    <details className="group/confirm">
      <summary className={`${buttonClass('quiet')} text-loss!`}>{open}</summary>
      <Form method="post" className="mt-2 flex max-w-sm flex-col gap-2 rounded-md border border-loss/40 bg-loss/5 p-3">
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p className="text-sm">{warning}</p>
        <div>
          <Button look="danger">{confirm}</Button>
        </div>
      </Form>
    </details>
  );
}
