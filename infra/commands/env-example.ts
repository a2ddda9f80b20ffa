import { writeFileSync } from 'node:fs';
import { envExample } from '@highwater/config';

/** `npm run env-example`: writes .env.example from the schemas of packages/config. */
writeFileSync(new URL('../../.env.example', import.meta.url), envExample());
console.log('.env.example is written.');
