import type { MessageBody } from '@highwater/domain';
import type { ReactNode } from 'react';
import { FoldedText } from './folded-text.tsx';
import { useDrawing } from './message-context.ts';

type PacketBody = Extract<MessageBody, { kind: 'redpacket' | 'external_redpacket' }>;

/** An envelope with its seal. */
function Envelope(): ReactNode {
  return (
    <svg aria-hidden="true" viewBox="0 0 32 40" className="h-10 w-8 shrink-0">
      <rect
        x={0.75}
        y={0.75}
        width={30.5}
        height={38.5}
        rx={4}
        className="fill-packet stroke-packet-ink/60"
        strokeWidth={1.5}
      />
      <path d="M1 13c9 7 21 7 30 0" className="fill-none stroke-packet-ink/60" strokeWidth={1.5} />
      <circle cx={16} cy={18.5} r={5} className="fill-packet-ink" />
      <path
        d="M13.9 15.8 16 18l2.1-2.2M16 18v4M13.8 18.6h4.4M13.8 20.3h4.4"
        className="fill-none stroke-packet"
        strokeWidth={1}
      />
    </svg>
  );
}

/** A red packet with its wish; how much and how many, which only the archive shows. */
export function RedPacketView({ body }: { body: PacketBody }): ReactNode {
  const { i18n } = useDrawing();
  const fields: readonly (readonly [name: 'amount' | 'count', value: string])[] = [
    ['amount', body.amountFen === null ? '' : i18n.formatMoneyFen(body.amountFen)],
    ['count', body.count === null ? '' : i18n.formatCount(body.count)],
  ];
  const name = i18n.t(`kinds.name.${body.kind}`);
  const packet = i18n.t(`kinds.packet.${body.packet}`);
  return (
    <section
      data-kind={body.kind}
      className="w-64 max-w-full overflow-clip rounded-md border border-line bg-packet text-packet-ink"
    >
      <div className="flex items-center gap-3 px-3 py-3">
        <Envelope />
        <div className="min-w-0 flex-1">
          <div className="font-semibold wrap-anywhere">
            <FoldedText text={body.wish} />
          </div>
          <dl className="flex flex-wrap gap-x-3 text-xs">
            {fields.map(([field, value]) =>
              value === '' ? null : (
                <div key={field} className="flex gap-1">
                  <dt>{i18n.t(`kinds.field.${field}`)}</dt>
                  <dd className="font-medium tabular-nums">{value}</dd>
                </div>
              ),
            )}
          </dl>
        </div>
      </div>
      <p className="bg-surface px-3 py-1 text-xs text-muted">
        {packet.includes(name) || body.kind === 'redpacket' ? packet : `${name} · ${packet}`}
      </p>
    </section>
  );
}
