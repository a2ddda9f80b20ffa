import type { PersonRow } from '@highwater/db';
import type { Language } from '@highwater/domain';
import { createI18n } from '@highwater/i18n';
import type { z } from '@hono/zod-openapi';
import type { personView } from '../schemas/person.ts';

export type PersonView = z.output<typeof personView>;

/** A person as answered in `language`; `nameThen` is what they were called at the time that is shown, where it is known. */
export function viewPerson(row: PersonRow, language: Language, nameThen: string | null = null): PersonView {
  const name = nameThen ?? row.name;
  const isAnonymous = name === null && row.kind === 'external_contact';
  const label = isAnonymous ? createI18n(language).t('reader.anonymous', { code: row.code }) : null;
  return {
    personKey: row.personKey,
    connectionId: row.connectionId,
    kind: row.kind,
    name,
    displayName: name ?? label ?? row.writtenAs,
    currentName: row.name,
    label,
    writtenAs: row.writtenAs,
    corpName: row.corpName,
    hasLeft: row.hasLeft,
    state: row.state,
    fault: row.fault,
  };
}
