import { z } from 'zod';
import { isFailpointSpec } from '../failpoints.ts';
import { absolutePath, origin } from '../value-schemas.ts';
import { variable } from '../variable.ts';

export const simulatorUrlVariables = {
  HIGHWATER_WECOM_SIMULATOR_URL: variable(
    origin.optional(),
    'Origin of the stand-in WeCom; development only.',
    'http://127.0.0.1:4402',
  ),
};

export const clockVariables = {
  HIGHWATER_CLOCK_FILE: variable(
    absolutePath.optional(),
    'File that shifts the clock; development only.',
    '/tmp/highwater/clock.json',
  ),
};

export const failpointVariables = {
  HIGHWATER_FAILPOINTS: variable(
    z.string().refine(isFailpointSpec, 'names a place that does not exist').optional(),
    'Places where the process kills itself, each name@hit; development only.',
    'pull.page_inserted@3',
  ),
};
