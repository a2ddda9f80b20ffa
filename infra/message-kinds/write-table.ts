import { COVERAGE_STEPS, type CoverageCell, type KindCoverage } from '../../packages/message-view/src/kind-coverage.ts';

/** The data for the portal's page; checked against a new proof by tests/house/message-kinds.test.ts. */
export function coverageModule(kinds: readonly KindCoverage[]): string {
  const rows = kinds.map((kind) => `  ${JSON.stringify(kind)},`).join('\n');
  return `// Written by \`npm run message-kinds\`; not edited by hand.
import type { KindCoverage } from './kind-coverage.ts';

export const kindCoverage: readonly KindCoverage[] = [
${rows}
];
`;
}

/** The same for docs/message-types.md; `nameOf` says what a kind is called. */
export function coverageTable(kinds: readonly KindCoverage[], nameOf: (kind: KindCoverage['kind']) => string): string {
  const rows = kinds.map((kind) => {
    const cells = COVERAGE_STEPS.map((step) => cellText(kind[step]));
    return `| ${kind.kind} | ${nameOf(kind.kind)} | ${cells.join(' | ')} | \`${kind.proof}\` |`;
  });
  const open = kinds.flatMap((kind) =>
    COVERAGE_STEPS.flatMap((step) =>
      kind[step].missing.map(({ sample, text }) => `- \`${sample}\`, ${step}: ${JSON.stringify(text)}`),
    ),
  );
  const samples = kinds.reduce((sum, { stored }) => sum + stored.of, 0);
  return `# Kinds of messages

Written by \`npm run message-kinds\`, which takes the ${samples} sample messages through the archive's own functions;
\`tests/house/message-kinds.test.ts\` fails when this table is no longer true. The portal shows it at \`/coverage/types\`.

- **stored**: sealed under a tenant's key the plaintext comes back byte for byte, and every file it names is listed for fetching
- **parsed**: the message comes out as its kind, not as an unknown one
- **drawn**: every text that a person saw (\`packages/message-view/fixtures/visible-strings.json\`, written by hand) stands on the page, in both languages
- **searched**: every word that somebody wrote is in the searchable text; – where nobody wrote any
- **exported**: everything written stands with the message in an export package that was written and read back

A cell counts samples. The last column names one that came through every step.

| kind | called | ${COVERAGE_STEPS.join(' | ')} | sample |
|---|---|${COVERAGE_STEPS.map(() => '---').join('|')}|---|
${rows.join('\n')}

${open.length === 0 ? 'Nothing is missing.' : `What did not come through:\n\n${open.join('\n')}`}
`;
}

function cellText({ whole, of }: CoverageCell): string {
  return of === 0 ? '–' : `${whole} of ${of}`;
}
