import type { Visitor } from '../visitors/create-visitor.ts';

export interface SimulatedCorp {
  readonly corpId: string;
  readonly archiveSecret: string;
}

interface ConnectionAnswer {
  readonly connectionId: string;
  readonly publicKeyPem: string;
  readonly trustedIps: readonly string[];
}

/** One question to the simulated WeCom console. */
export async function askConsole<Answer>(
  simulatorUrl: string,
  method: string,
  path: string,
  body?: object,
): Promise<Answer> {
  const response = await fetch(`${simulatorUrl}/console/api${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok)
    throw new Error(`The simulated console answered ${response.status} to ${method} ${path}: ${text.slice(0, 200)}`);
  return JSON.parse(text) as Answer;
}

/** Makes a corp in the simulated WeCom and does on both sides what its admin would do until messages can flow. */
export async function connectSimulatedCorp(
  owner: Visitor,
  simulatorUrl: string,
  options: { name: string; talking: boolean },
): Promise<SimulatedCorp & { connectionId: string }> {
  const corp = await askConsole<SimulatedCorp>(simulatorUrl, 'POST', '/corps', options);
  const connection = await owner.post<ConnectionAnswer>('/v1/connections', {
    corpId: corp.corpId,
    archiveSecret: corp.archiveSecret,
    name: options.name,
  });
  await askConsole(simulatorUrl, 'PUT', `/corps/${corp.corpId}/trusted-ips`, { ips: connection.trustedIps });
  await askConsole(simulatorUrl, 'POST', `/corps/${corp.corpId}/public-keys`, { pem: connection.publicKeyPem });
  return { ...corp, connectionId: connection.connectionId };
}

/** Gives a connection the secrets of customer contact and of contacts, as its admin would copy them from WeCom's console. */
export async function giveFurtherSecrets(
  owner: Visitor,
  simulatorUrl: string,
  { corpId, connectionId }: { readonly corpId: string; readonly connectionId: string },
): Promise<void> {
  const { customerContactSecret, contactsSecret } = await askConsole<{
    customerContactSecret: string;
    contactsSecret: string;
  }>(simulatorUrl, 'GET', `/corps/${corpId}`);
  await owner.put(`/v1/connections/${connectionId}/secrets/customer_contact`, { secret: customerContactSecret });
  await owner.put(`/v1/connections/${connectionId}/secrets/contacts`, { secret: contactsSecret });
}
