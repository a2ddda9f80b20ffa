import type { WordsLike } from '../../words.ts';
import type { keys as first } from '../zh-CN/keys.ts';

export const keys = {
  title: 'Keys',
  lead: 'Messages are encrypted with the public key that WeCom has, and opened with its private key. Private keys are kept sealed; only the worker can use them, and nobody can read them.',
  none: 'Once WeCom is connected, its keys are listed here',
  noneCure: 'Connect WeCom first; the first pair is made by itself.',
  corp: 'Corp {{corpId}}',
  ring: 'Key ring',
  unbound: 'Not yet used by WeCom',
  unboundWhy: 'The first message that it opens gives it its version. Nothing has to be bound by hand.',
  bound: 'Version {{version}}',
  and: ', ',
  made: 'Made here',
  imported: 'Imported',
  added: 'Added {{time}} by {{name}}',
  addedAlone: 'Added {{time}}',
  boundAt: 'First used {{time}}',
  opens: 'Messages opened: {{count}}',
  leaves: 'Not opened: {{count}}',
  fingerprint: 'Fingerprint of the public key',
  showPublic: 'Public key',
  publicLabel: 'Public key for message encryption',
  upload: 'To put it to use, open {{path}} in the WeCom admin console, paste the whole public key and save.',
  path: '管理工具 › 企业会话内容存档 › 消息加密公钥',
  waitingTitle: 'Messages that wait for the private key of version {{version}}: {{count}}',
  waitingCure:
    'Import the private key of this version below and they open by themselves. The first of them came {{time}}.',
  make: 'Make a new pair',
  makeWhat: 'For changing the key.',
  makeSteps: {
    made: 'A pair of RSA 2048 bits is made and tested on itself before its public half is shown.',
    uploaded:
      'You paste the public half into the WeCom admin console. WeCom gives it the next version and encrypts with it from then on.',
    bound: 'The first new message gives it its version here. Older keys stay, and older messages stay readable.',
  },
  makeConfirm: 'Make the pair',
  makeLate: 'Still being made; it will be in the list in a few seconds.',
  import: 'Import a private key',
  importWhat:
    'From an archive you used before, or from an earlier change of keys. Messages that wait for a key are tried with it at once.',
  pem: 'Private key (PEM)',
  pemHint:
    'All of it, from -----BEGIN to -----END; PKCS#1 or PKCS#8, RSA 2048 bits, no passphrase. Write-only: once sealed, nobody can read it.',
  pemWrong: 'Paste the whole private key.',
  pemProblem: {
    bits: 'This key has {{bits}} bits. WeCom’s public keys for messages have 2048: find the private key that belongs to it.',
    passphrase:
      'This key has a passphrase. Take it off on your own computer with openssl pkey -in key.pem -out open.pem and paste what is in the new file.',
    public:
      'This is a public key. Paste the private key that belongs to it; it begins with -----BEGIN PRIVATE KEY----- or -----BEGIN RSA PRIVATE KEY-----.',
    damaged:
      'This private key cannot be read: it is incomplete, or no RSA key. Paste all of it, from -----BEGIN to -----END.',
    none: 'This is no private key. One begins with -----BEGIN PRIVATE KEY----- or -----BEGIN RSA PRIVATE KEY-----.',
  },
  note: 'Note',
  noteHint: 'For yourselves, such as “vendor before”. May stay empty.',
  importConfirm: 'Import',
  remove: 'Remove',
  removeWarning:
    'Messages that only this key opens will stay closed. If one needs it within 30 days, it comes back by itself; after that its private half is destroyed. To remove it, type its fingerprint {{fingerprint}}.',
  removeTyped: 'First 8 characters of the fingerprint',
  removeTypedWrong: 'This is not the fingerprint of the key. Nothing was changed.',
  removeConfirm: 'Remove this key',
  kept: 'Messages need it, so it cannot be removed.',
} as const satisfies WordsLike<typeof first>;
