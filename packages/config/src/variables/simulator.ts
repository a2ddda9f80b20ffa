import { absolutePath } from '../value-schemas.ts';
import { variable } from '../variable.ts';

export const simulatorVariables = {
  HIGHWATER_SIMULATOR_FOLDER: variable(
    absolutePath,
    'Folder where the stand-in WeCom keeps its companies.',
    '/tmp/highwater/simulator',
  ),
};
