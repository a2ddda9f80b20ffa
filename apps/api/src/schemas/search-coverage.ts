import { z } from '@hono/zod-openapi';

export const searchCoverage = z
  .object({
    /** Messages of the archive, those included that wait for a key. */
    archived: z.int(),
    indexed: z.int(),
    /** Files sent as files whose text cannot be searched, those that are not here included; each content once. */
    filesNotReadable: z.int(),
    /**
     * Employees whom the reader's role sees, at whatever time: of a department as of message time everybody who is or was
     * in it. And all that the archive knows.
     */
    employeesSeen: z.int(),
    employeesTotal: z.int(),
    /** Of them it sees a part only: with some customers, in some rooms, of some types or directions. */
    isNarrowed: z.boolean(),
  })
  .openapi('SearchCoverage');
