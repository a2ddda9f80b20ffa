import { addConnection, addMessages, addTenant, createTestDatabase, newId, ROW_TIME } from '@highwater/testkit';
import type { PersonKey } from '@highwater/domain';
import { expect, inject, it } from 'vitest';
import { inTenant } from '../transactions/in-tenant.ts';
import { startCopies } from './copy-work.ts';

it.each([
  ['报价单.pdf', 'pdf', '报价单.pdf'],
  ['报价单.PDF', 'pdf', '报价单.PDF'],
  ['订单汇总', 'xlsx', '订单汇总.xlsx'],
  ['合同v1.2', 'docx', '合同v1.2.docx'],
  [null, 'docx', 'file.docx'],
  ['README', null, 'README'],
  [null, null, null],
])('a content is copied under the name %j with the type %j as %j', async (fileName, extension, told) => {
  const own = await createTestDatabase(inject('superuser'));
  try {
    const tenantId = await addTenant(own.database);
    const content = await inTenant(own.database, tenantId, async (tx) => {
      const connectionId = await addConnection(tx);
      const [messageId] = await addMessages(tx, connectionId, [{ people: ['lin' as PersonKey], sentAt: ROW_TIME }]);
      await tx.query(
        `INSERT INTO hw.media (tenant_id, connection_id, media_id, message_id, path, media_kind, state, sha256, file_name, extension)
         VALUES ($1, $2, $3, $4, 'file', 'file', 'stored', 'content', $5, $6)`,
        [tenantId, connectionId, newId(), messageId, fileName, extension],
      );
      await tx.query(
        `INSERT INTO hw.contents (tenant_id, sha256, object_name, size, content_type, state, begun_at)
         VALUES ($1, 'content', 'o', 1, 'application/octet-stream', 'stored', $2)`,
        [tenantId, new Date(ROW_TIME)],
      );
      return startCopies(tx, 'content', 1, ROW_TIME);
    });
    expect(content?.fileName).toBe(told);
  } finally {
    await own.drop();
  }
});
