import type { WordsLike } from '../../words.ts';
import type { connect as first } from '../zh-CN/connect.ts';

export const connect = {
  title: 'Connect WeCom',
  lead: 'Five steps. Each proves itself, or says what to fix and where.',
  name: 'Name',
  nameHint: 'For yourselves, such as the short name of the company.',
  corpId: 'Corp ID',
  corpIdWhere: 'In the WeCom admin console, at the foot of',
  archiveSecret: 'Archive secret',
  archiveSecretWhere: 'In the WeCom admin console; it is sent to your phone:',
  secretKept:
    'The secret is write-only: it is sealed and nobody can read it again. Nothing is kept if WeCom refuses it.',
  secretSet: 'Set {{time}} by {{name}}',
  connect: 'Check and connect',
  checking: 'Checking…',
  trustedIps: 'Trusted IPs',
  publicKey: 'Message public key',
  keyWhere: 'We made the private key and keep it sealed. Paste the whole public key at',
  keyBound: 'Bound to WeCom’s key version {{version}}.',
  keyUnbound: 'Bound to WeCom’s version number by the first message it opens.',
  keyUnused: 'New, not yet used by WeCom. Until it is entered there, messages come under the key before.',
  ipWhere: 'WeCom accepts calls from trusted addresses only. Paste these at',
  checkAgain: 'Check again',
  firstArrived: 'Messages have arrived: stored up to seq {{seq}} at {{time}}.',
  openFirst: 'Open the first message',
  firstWaiting:
    'Waiting for the first message. Last pull: {{time}}. Have an employee in the archive’s scope send one; this page follows by itself.',
  step: {
    credentials: 'Corp ID and secret',
    key: 'Public key',
    address: 'Trusted IPs',
    check: 'Check',
    first_message: 'First message',
  },
  check: {
    credentials: 'Corp ID and secret',
    address: 'Trusted IP',
    key: 'Public key',
    first_message: 'First message',
  },
  state: {
    passed: 'Passed',
    failed: 'Failed',
    waiting: 'Waiting',
    open: 'To fill in',
    later: 'Later',
  },
  later: {
    key: 'Once the secret is accepted, the key to paste appears here.',
    address: 'The addresses to trust will be listed here.',
    check: 'Each item is checked by itself, and can be checked again any day.',
    first_message: 'When the first message arrives, it can be opened from here.',
  },
  simulatorTitle: 'Development: a stand-in WeCom',
  simulatorText: 'Make a corp in its console to get a corp ID and a secret:',
} as const satisfies WordsLike<typeof first>;
