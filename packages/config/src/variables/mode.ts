import { z } from 'zod';
import { absolutePath } from '../value-schemas.ts';
import { variable } from '../variable.ts';

export const MODES = ['development', 'production'] as const;
export type Mode = (typeof MODES)[number];

export const modeVariables = {
  HIGHWATER_MODE: variable(
    z.enum(MODES, 'is neither development nor production'),
    'Production refuses everything that is only for demonstration.',
    'production',
  ),
  HIGHWATER_DATA_FOLDER: variable(
    absolutePath.optional(),
    'Folder of this machine for what the app keeps outside the database; keys must not be inside.',
    '/var/lib/highwater',
  ),
};
