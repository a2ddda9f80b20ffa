import { FaultError, type Clock, type ContactsGateway } from '@highwater/domain';
import { createCallLimits, createContactsGateway } from '@highwater/wecom';
import { WECOM_HOST } from '@highwater/wecom/library';
import type { FinanceSettings } from './create-finance.ts';

/** WeCom's own answers come within a second. Per HTTP request. */
const TIMEOUT_MS = 10_000;

export interface Contacts {
  readonly gateway: ContactsGateway;
  /** Closes the connections that are kept. */
  close(): void;
}

/**
 * The way to WeCom's people and rooms: its stand-in's where that is set, and WeCom itself, by the archive's way out,
 * where there is the library for the archive. Its budgets are apart from the archive's: whatever WeCom refuses here
 * stops no pull.
 */
export function createContacts({ finance, wecomSimulatorUrl }: FinanceSettings, { now }: Clock): Contacts {
  const options = { now: () => now(), limits: createCallLimits(now), timeoutMs: TIMEOUT_MS };
  if (finance !== undefined) {
    const { egress, extraAuthorityPem, upstream } = finance;
    const gateway = createContactsGateway({
      ...options,
      baseUrl: `https://${WECOM_HOST}`,
      egress: egress.get('default') ?? { kind: 'direct' },
      ...(extraAuthorityPem === undefined ? {} : { extraAuthorityPem }),
      ...(upstream === undefined ? {} : { upstream }),
    });
    return { gateway, close: () => gateway.close() };
  }
  if (wecomSimulatorUrl === undefined) return { gateway: NO_WAY, close: () => undefined };
  const gateway = createContactsGateway({ ...options, baseUrl: wecomSimulatorUrl });
  return { gateway, close: () => gateway.close() };
}

const refuse = (): Promise<never> => Promise.reject(new FaultError('wecom.unreachable'));

/** Where neither is set: every call says that there is no way to WeCom. */
const NO_WAY: ContactsGateway = {
  probe: refuse,
  getEmployee: refuse,
  listDepartments: refuse,
  listEmployeeIds: refuse,
  getExternalContact: refuse,
  listExternalContactsOf: refuse,
  listCustomerTags: refuse,
  getCustomerRoom: refuse,
  listCustomerRooms: refuse,
  getInternalRoom: refuse,
  getRobot: refuse,
  listPermits: refuse,
  checkConsents: refuse,
  checkRoomConsents: refuse,
};
