import { createPublicKey, type KeyObject } from 'node:crypto';
import { Refusal } from './refusal.ts';

/** The public key of a PEM; refuses everything but RSA-2048 public keys with a sentence. */
export function readPublicKey(pem: string): KeyObject {
  const text = pem.trim();
  if (/PRIVATE KEY/.test(text)) {
    throw new Refusal(
      'key.private',
      '这是私钥。私钥不能离开贵公司,此处只粘贴公钥。',
      'This is a private key. It must stay with its owner; paste the public key here.',
    );
  }
  if (!/^-----BEGIN (RSA )?PUBLIC KEY-----[\s\S]+-----END (RSA )?PUBLIC KEY-----$/.test(text)) {
    throw new Refusal(
      'key.not_pem',
      '这不是公钥:应以 -----BEGIN PUBLIC KEY----- 开头并完整粘贴到 END 行。',
      'This is no public key: it must begin with -----BEGIN PUBLIC KEY----- and be pasted in full down to the END line.',
    );
  }
  const key = parse(text);
  if (key?.asymmetricKeyType !== 'rsa' || key.asymmetricKeyDetails?.modulusLength !== 2048) {
    throw new Refusal('key.not_rsa_2048', '公钥必须是 RSA 2048 位。', 'The public key must be RSA with 2048 bits.');
  }
  return key;
}

function parse(pem: string): KeyObject | undefined {
  try {
    return createPublicKey(pem);
  } catch {
    return undefined;
  }
}
