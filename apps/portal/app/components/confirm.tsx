import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Button, buttonClass } from './button.tsx';
import { HiddenFields } from './hidden-fields.tsx';

interface ConfirmProps {
  readonly open: ReactNode;
  /** What will be gone, or what will happen. */
  readonly warning: ReactNode;
  readonly confirm: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Something will be gone, unless said otherwise. */
  readonly destroys?: boolean;
}

const LOOKS = {
  gone: { summary: 'text-loss!', box: 'border-loss/40 bg-loss/5', button: 'danger' },
  stays: { summary: '', box: 'border-line bg-surface-2', button: 'primary' },
} as const;

/** An act in two steps that need no JavaScript: unfold, read what it does, do it. */
export function Confirm({ open, warning, confirm, fields, destroys = true }: ConfirmProps) {
  const look = LOOKS[destroys ? 'gone' : 'stays'];
  return (
    <details className="group/confirm">
      <summary className={`${buttonClass(destroys ? 'quiet' : 'plain')} ${look.summary}`}>{open}</summary>
      <Form method="post" className={`mt-2 flex max-w-sm flex-col gap-2 rounded-md border p-3 ${look.box}`}>
        <HiddenFields values={fields} />
        <p className="text-sm">{warning}</p>
        <div>
          <Button look={look.button}>{confirm}</Button>
        </div>
      </Form>
    </details>
  );
}
