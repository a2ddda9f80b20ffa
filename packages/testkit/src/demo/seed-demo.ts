import { createVisitor } from '../visitors/create-visitor.ts';
import { waitUntil } from '../visitors/wait-until.ts';
import { askConsole, connectSimulatedCorp, giveFurtherSecrets } from './connect-simulated-corp.ts';
import { joinByInvitation } from './join-by-invitation.ts';

export interface DemoAccount {
  readonly role: 'owner' | 'admin' | 'viewer' | 'operator';
  readonly email: string;
  readonly password: string;
}

/** What the viewer of the demo company may see: the conversations of these employees. */
const VIEWER_SEES = ['linxiaoyu', 'zhaokai'];
const FIRST_MESSAGES = 300;

/**
 * Makes the demo company through the public address, as people would: sign-up, company, corp, first messages, colleagues.
 * `makeOperator` makes one of the operator's people, which no address can, and answers how they enter the console.
 */
export async function seedDemo(options: {
  readonly portalUrl: string;
  readonly simulatorUrl: string;
  readonly password: () => string;
  readonly makeOperator: (email: string) => Promise<string>;
}): Promise<readonly DemoAccount[]> {
  const { portalUrl, simulatorUrl } = options;
  const account = (role: DemoAccount['role']): DemoAccount => ({
    role,
    email: `${role}@demo.highwater.example`,
    password: options.password(),
  });
  const [owner, admin, viewer, operator] = [account('owner'), account('admin'), account('viewer'), account('operator')];

  const ownerVisitor = createVisitor(portalUrl);
  await ownerVisitor.signUp({ name: '王芳', email: owner.email, password: owner.password });
  await ownerVisitor.post('/v1/me/companies', { name: '青橙果业', zone: 'Asia/Shanghai', language: 'zh-CN' });
  const corp = await connectSimulatedCorp(ownerVisitor, simulatorUrl, { name: '青橙果业', talking: true });
  await askConsole(simulatorUrl, 'POST', `/corps/${corp.corpId}/talk`, {
    messages: FIRST_MESSAGES,
    overMs: 36 * 3_600_000,
  });
  await ownerVisitor.post(`/v1/connections/${corp.connectionId}/preflight`);
  await ownerVisitor.post(`/v1/connections/${corp.connectionId}/pull`);
  await giveFurtherSecrets(ownerVisitor, simulatorUrl, corp);

  await joinByInvitation(portalUrl, ownerVisitor, { ...admin, role: 'admin', name: '李明', employees: [] });
  await joinByInvitation(portalUrl, ownerVisitor, { ...viewer, role: 'viewer', name: '周婷', employees: VIEWER_SEES });

  const console = { ...operator, password: await options.makeOperator(operator.email) };

  await waitUntil(
    'the first messages are stored',
    async () => (await ownerVisitor.get<{ storedMessages: number }>('/v1/overview')).storedMessages > 0,
  );
  return [owner, admin, viewer, console];
}
