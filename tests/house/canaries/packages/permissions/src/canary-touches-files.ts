// Planted: a pure package reads no files, and imports no edge.
import { readFileSync } from 'node:fs';
import type { canaryQuery } from '../../db/src/canary-query.ts';

export type Canary = typeof canaryQuery;
export const canary = (): string => readFileSync('/etc/hostname', 'utf8');
