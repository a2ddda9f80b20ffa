import { it } from 'vitest';

it.todo('is left for later');
it.skipIf(true)('is skipped by a condition', () => undefined);
