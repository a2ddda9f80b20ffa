export { createTestDatabase, type TestDatabase } from './database/create-test-database.ts';
export { createVisitor, type Visitor } from './visitors/create-visitor.ts';
export { waitUntil } from './visitors/wait-until.ts';
export { readMailedToken } from './visitors/read-mailed-token.ts';
export {
  askConsole,
  connectSimulatedCorp,
  giveFurtherSecrets,
  type SimulatedCorp,
} from './demo/connect-simulated-corp.ts';
export { joinByInvitation, type NewColleague } from './demo/join-by-invitation.ts';
export { seedDemo, type DemoAccount } from './demo/seed-demo.ts';
export { seedTenants, type SeededTenant } from './demo/seed-tenants.ts';
export { newId, ROW_TIME } from './rows/new-id.ts';
export { addTenant } from './rows/add-tenant.ts';
export { addMember } from './rows/add-member.ts';
export { addConnection } from './rows/add-connection.ts';
export { addMessages, type MessageToAdd } from './rows/add-messages.ts';
export { startTypesense, type Manner, type TypesenseStandIn } from './typesense/start-typesense.ts';
export { composeQuestions } from './search-oracle/compose-questions.ts';
export { foldPlainly } from './search-oracle/fold-plainly.ts';
export { HAND_MADE_PAIRS } from './search-oracle/hand-made-pairs.ts';
export { answerPlainly, type PlainQuestion } from './search-oracle/plain-question.ts';
