import { readFile } from 'node:fs/promises';
import openapiTypescript, { astToString } from 'openapi-typescript';
import ts from 'typescript';

const DOCUMENT = new URL('../../openapi.json', import.meta.url);
/** Where its union of kinds is written out; JSON Schema says of it what a reader of the API needs. */
const FROM_DOMAIN = ['CanonicalMessage'];

/** TypeScript of the committed OpenAPI document. */
export async function generateSchema(): Promise<string> {
  const ast = await openapiTypescript(JSON.parse(await readFile(DOCUMENT, 'utf8')), {
    immutable: true,
    inject: `import type { ${FROM_DOMAIN.join(', ')} } from '@highwater/domain';\n`,
    transform: (_schema, { path }) => {
      const name = FROM_DOMAIN.find((candidate) => path === `#/components/schemas/${candidate}`);
      return name === undefined ? undefined : ts.factory.createTypeReferenceNode(name);
    },
  });
  return `// Generated from openapi.json by \`npm run generate\`; do not edit.\n${astToString(ast)}`;
}
