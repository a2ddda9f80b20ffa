import { z } from 'zod';
import type { ConfigProblem } from '../config-error.ts';
import { absolutePath, optionalText, origin, yesOrNo } from '../value-schemas.ts';
import { variable, type Values } from '../variable.ts';

export const objectVariables = {
  HIGHWATER_OBJECTS: variable(
    z.enum(['disk', 's3'], 'is neither disk nor s3').default('disk'),
    'Where files are kept: disk or s3.',
    'disk',
  ),
  HIGHWATER_OBJECTS_FOLDER: variable(
    absolutePath.optional(),
    'Folder of the files, with disk.',
    '/var/lib/highwater/objects',
  ),
  HIGHWATER_S3_BUCKET: variable(optionalText, 'Bucket, with s3.', 'highwater'),
  HIGHWATER_S3_REGION: variable(optionalText, 'Region of the bucket, with s3.', 'cn-north-1'),
  HIGHWATER_S3_ENDPOINT: variable(
    origin.optional(),
    'Origin of an S3 that is not the vendor’s own.',
    'https://s3.example.com',
  ),
  HIGHWATER_S3_PATH_STYLE: variable(
    yesOrNo.default(false),
    'Bucket in the path instead of the host (yes or no).',
    'no',
  ),
  HIGHWATER_S3_ACCESS_KEY_ID: variable(
    optionalText,
    'Access key; leave out where the machine has a role.',
    'an-access-key',
  ),
  HIGHWATER_S3_SECRET_ACCESS_KEY: variable(optionalText, 'Secret of the access key.', 'a-secret-key'),
  HIGHWATER_S3_ENCRYPTION: variable(
    z.enum(['none', 'AES256', 'aws:kms'], 'is none of none, AES256, aws:kms').default('none'),
    'What the service is asked to encrypt with at rest, on top of our own sealing: none, AES256 or aws:kms.',
    'AES256',
  ),
  HIGHWATER_S3_KMS_KEY_ID: variable(optionalText, 'Key of the service, with aws:kms.', 'alias/highwater'),
};

export type ObjectsConfig =
  | { readonly kind: 'disk'; readonly folder: string }
  | {
      readonly kind: 's3';
      readonly bucket: string;
      readonly region: string;
      readonly endpoint: string | undefined;
      readonly pathStyle: boolean;
      readonly encryption:
        | { readonly kind: 'AES256' }
        | { readonly kind: 'aws:kms'; readonly keyId: string }
        | undefined;
      readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string } | undefined;
    };

type ObjectValues = Values<typeof objectVariables>;

export function objectRule(values: Partial<ObjectValues>): readonly ConfigProblem[] {
  const needed: readonly (keyof ObjectValues)[] =
    values.HIGHWATER_OBJECTS === 's3'
      ? [
          'HIGHWATER_S3_BUCKET',
          'HIGHWATER_S3_REGION',
          ...(values.HIGHWATER_S3_ENCRYPTION === 'aws:kms' ? (['HIGHWATER_S3_KMS_KEY_ID'] as const) : []),
        ]
      : ['HIGHWATER_OBJECTS_FOLDER'];
  const problems = needed
    .filter((name) => name in values && values[name] === undefined)
    .map((variable) => ({
      variable,
      problem: 'is not set',
      fix: `HIGHWATER_OBJECTS=${values.HIGHWATER_OBJECTS ?? 'disk'} needs it. For example: ${variable}=${objectVariables[variable].example}`,
    }));
  if ((values.HIGHWATER_S3_ACCESS_KEY_ID === undefined) === (values.HIGHWATER_S3_SECRET_ACCESS_KEY === undefined))
    return problems;
  const halves = {
    variable: 'HIGHWATER_S3_ACCESS_KEY_ID',
    problem: 'is set without its other half',
    fix: 'Set HIGHWATER_S3_ACCESS_KEY_ID and HIGHWATER_S3_SECRET_ACCESS_KEY together or neither.',
  };
  return [...problems, halves];
}

export function objectsConfig(values: ObjectValues): ObjectsConfig {
  if (values.HIGHWATER_OBJECTS === 'disk') return { kind: 'disk', folder: values.HIGHWATER_OBJECTS_FOLDER ?? '' };
  const accessKeyId = values.HIGHWATER_S3_ACCESS_KEY_ID;
  const secretAccessKey = values.HIGHWATER_S3_SECRET_ACCESS_KEY;
  return {
    kind: 's3',
    bucket: values.HIGHWATER_S3_BUCKET ?? '',
    region: values.HIGHWATER_S3_REGION ?? '',
    endpoint: values.HIGHWATER_S3_ENDPOINT,
    pathStyle: values.HIGHWATER_S3_PATH_STYLE,
    encryption: encryptionOf(values),
    credentials: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined,
  };
}

function encryptionOf(values: ObjectValues): Extract<ObjectsConfig, { kind: 's3' }>['encryption'] {
  const kind = values.HIGHWATER_S3_ENCRYPTION;
  if (kind === 'aws:kms') return { kind, keyId: values.HIGHWATER_S3_KMS_KEY_ID ?? '' };
  return kind === 'AES256' ? { kind } : undefined;
}
