import { askConsole, waitUntil } from '@highwater/testkit';
import type { Session } from './session.ts';

interface Department {
  readonly departmentId: string;
  readonly path: readonly (string | null)[];
}

/** A department of this name is added at the company's WeCom and found by a look at its contacts. */
export async function giveDepartment(
  simulatorUrl: string,
  owner: Session,
  { corpId, connectionId }: { readonly corpId: string; readonly connectionId: string },
  name: string,
): Promise<void> {
  await askConsole(simulatorUrl, 'PUT', `/corps/${corpId}/contacts-kind`, { kind: 'app' });
  await askConsole(simulatorUrl, 'POST', `/corps/${corpId}/directory`, {
    act: 'addDepartment',
    id: 7_001,
    name,
    parentId: 1,
  });
  const { contactsSecret } = await askConsole<{ contactsSecret: string }>(simulatorUrl, 'GET', `/corps/${corpId}`);
  await owner.send('PUT', `/v1/connections/${connectionId}/secrets/contacts`, { secret: contactsSecret });
  await waitUntil(
    'the departments of a company are known',
    async () => {
      const { items } = await owner.get<{ items: Department[] }>('/v1/departments?limit=200');
      return items.some(({ path }) => path.includes(name));
    },
    { seconds: 60 },
  );
}
