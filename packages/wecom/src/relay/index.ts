export type { Egress, Target } from './egress.ts';
export { dialWecom, type DialSettings } from './dial-wecom.ts';
export { startRelay, type Relay, type RelaySettings } from './start-relay.ts';
export type { PassOptions, RelayNotes, RelayPass } from './relay-pass.ts';
export { WECOM_HOST, WECOM_PORT } from './wecom-host.ts';
