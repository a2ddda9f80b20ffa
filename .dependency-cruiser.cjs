/**
 * Which way the arrows point: 0 domain, 1 pure packages, 2 edges, 3 apps; a layer imports lower layers only.
 * tests/house/layers.test.ts proves with planted imports that each rule still looks.
 */
const PURE = 'permissions|i18n|crypto|exports|message-view|jobs';
const EDGES = 'config|db|storage|search|wecom|outbound|mail|billing|api-client';
/** Own tests may use the testkit and whatever makes the surroundings; so may infra and tests. */
const TESTS = '\\.test\\.tsx?$|-vectors\\.ts$|/(testing|fixtures)/';

const at = (root) => `^(?:tests/house/canaries/)?${root}`;
const npm = (name) => `node_modules/${name}`;

module.exports = {
  forbidden: [
    {
      name: 'domain-imports-nothing',
      comment: 'domain is the bottom: it may use zod in its schemas, and nothing else',
      severity: 'error',
      from: { path: at('packages/domain/'), pathNot: TESTS },
      to: { pathNot: [at('packages/domain/'), npm('zod/')] },
    },
    {
      name: 'only-schemas-use-zod',
      comment: 'the browser imports the types of domain without zod',
      severity: 'error',
      from: { path: at('packages/domain/src/'), pathNot: `/src/schemas/|${TESTS}` },
      to: { path: npm('zod/') },
    },
    {
      name: 'pure-imports-domain-only',
      comment: 'a pure package imports domain and, for words, i18n; edges and apps are above it',
      severity: 'error',
      from: { path: at(`packages/(${PURE})/`), pathNot: TESTS },
      to: { path: at('(?:packages|apps)/([^/]+)/'), pathNot: [at('packages/(domain|i18n)/'), at('packages/$1/')] },
    },
    {
      name: 'pure-touches-nothing-outside',
      comment: 'a pure package reads no file, network or process; jobs/boss is the wiring behind its own entry',
      severity: 'error',
      from: {
        path: at(`packages/(permissions|i18n|crypto|exports|message-view|jobs)/src/`),
        pathNot: `jobs/src/boss/|${TESTS}`,
      },
      to: {
        path: '^(node:)?(fs|fs/promises|net|http|https|http2|tls|dns|dns/promises|dgram|child_process|cluster|os|process)$',
      },
    },
    {
      name: 'edges-never-import-edges',
      comment: 'ports are types in domain; the combination is made in an app',
      severity: 'error',
      from: { path: at(`packages/(${EDGES})/`), pathNot: TESTS },
      to: { path: at(`packages/(${EDGES}|testkit|wecom-simulator)/`), pathNot: at('packages/$1/') },
    },
    {
      name: 'nobody-imports-an-app',
      comment: 'apps are the top; they never import each other, not even types',
      severity: 'error',
      from: { pathNot: at('apps/') },
      to: { path: at('apps/'), pathNot: TESTS },
    },
    {
      name: 'apps-never-import-apps',
      severity: 'error',
      from: { path: at('apps/([^/]+)/'), pathNot: TESTS },
      to: { path: at('apps/'), pathNot: at('apps/$1/') },
    },
    {
      name: 'simulator-imports-domain-only',
      comment: 'its sealing code is its own, so that one bug cannot hide on both sides',
      severity: 'error',
      from: { path: at('packages/wecom-simulator/'), pathNot: TESTS },
      to: { path: at('packages/'), pathNot: at('packages/(domain|wecom-simulator)/') },
    },
    {
      name: 'testkit-is-for-tests',
      severity: 'error',
      from: { path: at('(packages|apps)/'), pathNot: [at('packages/testkit/'), TESTS] },
      to: { path: at('packages/testkit/') },
    },
    {
      name: 'simulator-is-for-development',
      severity: 'error',
      from: { path: at('(packages|apps)/'), pathNot: [at('packages/(testkit|wecom-simulator)/'), TESTS] },
      to: { path: at('packages/wecom-simulator/') },
    },
    {
      name: 'only-db-touches-postgres',
      comment: 'identity and the queue bring their own access to their own schemas',
      severity: 'error',
      from: {
        path: at('(packages|apps|infra)/'),
        pathNot: [at('packages/(db|testkit)/'), at('infra/postgres/'), TESTS],
      },
      to: { path: npm('(@types/pg|pg|pg-pool|pg-cursor|pg-protocol|pg-query-stream)/') },
    },
    {
      name: 'only-jobs-touches-the-queue',
      severity: 'error',
      from: { path: at('(packages|apps)/'), pathNot: [at('packages/jobs/src/boss/'), TESTS] },
      to: { path: npm('pg-boss/') },
    },
    {
      name: 'only-storage-touches-s3',
      severity: 'error',
      from: { pathNot: at('packages/storage/') },
      to: { path: npm('(@aws-sdk|@smithy)/') },
    },
    {
      name: 'only-outbound-reads-the-domain-name-system',
      comment: 'what is looked up for a host that a user named is judged and dialled in one place',
      severity: 'error',
      from: { path: at('(packages|apps)/'), pathNot: [at('packages/outbound/'), TESTS] },
      to: { path: '^(node:)?dns(/promises)?$' },
    },
    {
      name: 'only-mail-touches-smtp',
      severity: 'error',
      from: { path: at('(packages|apps|infra)/'), pathNot: [at('packages/mail/'), TESTS] },
      to: { path: npm('(@types/nodemailer|nodemailer)/') },
    },
    {
      name: 'no-cycles',
      comment: 'cycles of types alone vanish when types are stripped',
      severity: 'error',
      from: { pathNot: 'node_modules' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'everything-resolves',
      comment: 'an import that leads nowhere is not checked by any other rule',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(virtual:|\\./\\+types/)|\\.css$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^apps/[^/]+/build/|^tests/house/canaries/' },
    // Also `import type`: a type of another layer ties the layers together just as well.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
};
