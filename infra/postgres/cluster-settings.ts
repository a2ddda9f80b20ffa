import type { ClusterPlace } from './cluster-place.ts';

/** The server's settings beyond PostgreSQL's defaults, as a configuration file. Rewritten at each start. */
export function clusterSettings(place: ClusterPlace, fast: boolean): string {
  const settings: Record<string, string> = {
    listen_addresses: '',
    port: '5432',
    unix_socket_directories: place.socketFolder,
    unix_socket_permissions: '0700',
    max_connections: '200',
    shared_buffers: fast ? '128MB' : '256MB',
    random_page_cost: '1.1',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // What a statement or a failed row holds is a customer's: the log gets neither.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_parameter_max_length_on_error: '0',
    // Losing the machine loses a test's cluster, and nobody minds.
    ...(fast ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
  return Object.entries(settings)
    .map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`)
    .join('');
}
