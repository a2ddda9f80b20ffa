import { z } from 'zod';
import { origin, port } from '../value-schemas.ts';
import { variable } from '../variable.ts';

export const listenVariables = {
  HIGHWATER_HOST: variable(z.string().default('127.0.0.1'), 'Address the app listens on.', '127.0.0.1'),
  HIGHWATER_PORT: variable(port, 'Port the app listens on.', '4400'),
};

export const metricsVariables = {
  HIGHWATER_METRICS_PORT: variable(port, 'Port of the metrics, on the loopback address only.', '4403'),
};

export const publicVariables = {
  HIGHWATER_PORTAL_URL: variable(origin, 'Origin that people type: the portal.', 'https://archive.example.com'),
};

export const apiUrlVariables = {
  HIGHWATER_API_URL: variable(origin, 'Origin under which the portal reaches the API.', 'http://127.0.0.1:4401'),
};
