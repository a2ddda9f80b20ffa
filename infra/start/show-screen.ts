import { need, type StartContext } from './start-context.ts';

/** The text of ready.json: what another program needs to use a running stack. */
export function readyFile(context: StartContext): string {
  const { portal, operator, api, simulator } = context.urls;
  return JSON.stringify(
    {
      portalUrl: portal,
      operatorUrl: operator,
      apiUrl: api,
      simulatorUrl: simulator,
      accounts: need(context, 'accounts'),
    },
    null,
    2,
  );
}

/** The one screen of a finished start: where to go and as whom. */
export function showScreen(context: StartContext, took: string, print: (line: string) => void): void {
  const accounts = need(context, 'accounts');
  const width = Math.max(...accounts.map(({ email }) => email.length));
  const lines = [
    '',
    `Highwater runs (started in ${took}).`,
    '',
    `  Open         ${context.urls.portal}`,
    '',
    ...accounts.map(({ role, email, password }) => `  ${role.padEnd(12)} ${email.padEnd(width)}   ${password}`),
    '',
    `  Operators        ${context.urls.operator}/operator`,
    `  WeCom stand-in   ${context.urls.simulator}/console`,
    `  Mailbox          ${context.urls.portal}/dev/mailbox`,
    `  Data and logs    ${context.dataDir}`,
    '',
    'Ctrl-C stops everything.',
  ];
  for (const line of lines) print(line);
}
