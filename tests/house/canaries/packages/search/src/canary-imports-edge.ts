// Planted: an edge imports an edge, though only its type; and Postgres, which is db's.
import type { canaryQuery } from '../../db/src/canary-query.ts';
import type { Client } from 'pg';

export type Canary = typeof canaryQuery | Client;
