import type { WordKey } from '@highwater/i18n';
import type { ReactNode } from 'react';
import { useDrawing } from './message-context.ts';
import { FoldedText } from './folded-text.tsx';

type FieldName = Extract<WordKey, `kinds.field.${string}`> extends `kinds.field.${infer Name}` ? Name : never;

/** Named values under each other; empty ones are left out. Strings get highlights and links. */
export function FieldList({
  fields,
}: {
  fields: readonly (readonly [name: FieldName, value: ReactNode])[];
}): ReactNode {
  const { i18n } = useDrawing();
  const given = fields.filter(([, value]) => value !== '' && value !== null && value !== undefined);
  if (given.length === 0) return null;
  return (
    <dl className="mt-1 grid grid-cols-[fit-content(9rem)_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-xs">
      {given.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-muted">{i18n.t(`kinds.field.${name}`)}</dt>
          <dd className="wrap-anywhere text-ink">{typeof value === 'string' ? <FoldedText text={value} /> : value}</dd>
        </div>
      ))}
    </dl>
  );
}
