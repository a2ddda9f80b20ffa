import { absolutePath } from '../value-schemas.ts';
import { variable } from '../variable.ts';

export const copyVariables = {
  HIGHWATER_FFMPEG: variable(
    absolutePath.optional(),
    'An ffmpeg that takes the first picture of videos, in a process without network; without it videos have no picture.',
    '/usr/bin/ffmpeg',
  ),
};
