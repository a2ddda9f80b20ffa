import { boxPrivateKeyFile, boxPublicKeyFile, secretBytesFile } from '../key-files.ts';
import { variable } from '../variable.ts';

export const kekVariables = {
  HIGHWATER_KEK_FILE: variable(
    secretBytesFile,
    "File with the key-encryption key: 32 bytes in base64. Losing it loses every tenant's texts.",
    '/etc/highwater/kek.key',
  ),
};

export const boxPublicVariables = {
  HIGHWATER_WORKER_BOX_PUBLIC_FILE: variable(
    boxPublicKeyFile,
    "File with the worker's X25519 public key (SPKI PEM), to which credentials are sealed.",
    '/etc/highwater/worker-box.pub',
  ),
};

export const boxPrivateVariables = {
  HIGHWATER_WORKER_BOX_PRIVATE_FILE: variable(
    boxPrivateKeyFile,
    "File with the worker's X25519 private key (PKCS#8 PEM); only the worker has it.",
    '/etc/highwater/worker-box.key',
  ),
};

export const sessionVariables = {
  HIGHWATER_SESSION_FILE: variable(
    secretBytesFile,
    'File with the secret that signs sessions: 32 bytes in base64.',
    '/etc/highwater/session.key',
  ),
};

export const portalSigningVariables = {
  HIGHWATER_PORTAL_SIGNING_FILE: variable(
    secretBytesFile,
    "File with the secret by which the API believes the portal's word about a visitor's address: 32 bytes in base64.",
    '/etc/highwater/portal-signing.key',
  ),
};
