import { openAuditWords } from '@highwater/crypto';
import { listSealedAudit, nameAuditSubjects, type AuditRow, type TenantTx } from '@highwater/db';
import type { z } from '@hono/zod-openapi';
import type { auditView } from '../schemas/audit.ts';
import type { VerbContext } from '../verbs/verb-context.ts';
import { REASON_EVENT } from './reason-event.ts';

/** Details that name people by their keys. */
const PEOPLE = ['employees', 'before', 'after', 'persons'] as const;

/** Lines with what things are called today and why content was opened. Words that were searched for stay sealed. */
export async function viewLines(
  { deps }: Pick<VerbContext, 'deps'>,
  tx: TenantTx,
  rows: readonly AuditRow[],
): Promise<z.output<typeof auditView>[]> {
  const named = rows.flatMap((row) => [...(row.subject === null ? [] : [row.subject]), ...termsOf(row).map(personOf)]);
  const names = new Map((await nameAuditSubjects(tx, named)).map((name) => [name.subject, name]));
  const reasons = await openReasons(deps, tx, rows);
  return rows.map((row) => {
    const { subject, isSealed, memberName, isMember, ...line } = row;
    const known = subject === null ? undefined : names.get(subject);
    const people = termsOf(row).flatMap((term) => {
      const name = names.get(personOf(term))?.name;
      return name === null || name === undefined ? [] : [[term, name] as const];
    });
    return {
      ...line,
      memberName,
      isMember,
      subject,
      about: subject === null ? null : viewName(known),
      people: Object.fromEntries(people),
      hasWords: isSealed && row.event !== REASON_EVENT,
      reason: reasons.get(row.event === REASON_EVENT ? row.auditId : reasonOf(row)) ?? null,
    };
  });
}

function viewName(known: Awaited<ReturnType<typeof nameAuditSubjects>>[number] | undefined) {
  if (known === undefined) return { name: null, people: [], at: null, isGone: true };
  const { name, people, at, isGone } = known;
  return { name, people, at, isGone };
}

function termsOf({ detail }: AuditRow): readonly string[] {
  return PEOPLE.flatMap((key) => {
    const value = detail[key];
    return Array.isArray(value) ? value.map(String) : [];
  }).slice(0, 200);
}

/** The person of a term: a key by itself in earlier lines, "employee:<key>" in later ones. */
function personOf(term: string): string {
  return `person:${term.replace(/^(employee|customer):/, '')}`;
}

function reasonOf({ detail }: AuditRow): string {
  const { reason } = detail;
  return typeof reason === 'string' ? reason : '';
}

/** Texts of the reasons that the lines name, by the line that holds them. */
export async function openReasons(
  deps: VerbContext['deps'],
  tx: TenantTx,
  rows: readonly Pick<AuditRow, 'auditId' | 'event' | 'detail'>[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(
    rows.flatMap(({ auditId, event, detail }) =>
      event === REASON_EVENT ? [auditId] : typeof detail['reason'] === 'string' ? [detail['reason']] : [],
    ),
  );
  if (ids.size === 0) return new Map();
  const sealed = (await listSealedAudit(tx, [...ids])).filter(({ event }) => event === REASON_EVENT);
  if (sealed.length === 0) return new Map();
  const key = await deps.tenantKeys.subkey(tx.tenantId, 'audit');
  return new Map(
    sealed.map((row) => [row.auditId, openAuditWords(key, tx.tenantId, row.auditId, row.sealed).join(' ')]),
  );
}
