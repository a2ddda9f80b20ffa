export { createTestDatabase, type TestDatabase } from './database/create-test-database.ts';
export { createVisitor, type Visitor } from './visitors/create-visitor.ts';
export { waitUntil } from './visitors/wait-until.ts';
export { askConsole, connectSimulatedCorp, type SimulatedCorp } from './demo/connect-simulated-corp.ts';
export { joinByInvitation, type NewColleague } from './demo/join-by-invitation.ts';
export { seedDemo, type DemoAccount } from './demo/seed-demo.ts';
export { seedTenants, type SeededTenant } from './demo/seed-tenants.ts';
