/**
 * The columns that hw_platform may read, each a decision. It works before and across tenants, so nothing that a person
 * wrote or that opens something is among them: no names of people, no e-mails, no texts, no sealed credentials.
 * The tenant's own name is: the console and the choice of a company need it.
 */
export const PLATFORM_COLUMNS: Readonly<Record<string, readonly string[] | 'all'>> = {
  'hw.callback_paths': ['connection_id', 'path_hash', 'tenant_id'],
  'hw.callback_replays': ['at', 'tenant_id'],
  'hw.connection_keys': ['key_id', 'removed_at', 'tenant_id', 'wiped_at'],
  'hw.connection_attempts': ['attempt_id', 'expires_at', 'state', 'tenant_id'],
  'hw.connections': [
    'connection_id',
    'created_at',
    'cursor_seq',
    'last_answer_at',
    'last_pull_at',
    'next_pull_at',
    'page_count',
    'parser_version',
    'pull_started_at',
    'tenant_id',
  ],
  'hw.envelopes': ['connection_id', 'page_no', 'state', 'tenant_id'],
  'hw.export_links': ['expires_at', 'export_id', 'link_id', 'member_id', 'revoked_at', 'tenant_id', 'token_hash'],
  'hw.export_schedules': ['deleted_at', 'enabled', 'next_at', 'schedule_id', 'tenant_id'],
  'hw.exports': ['attempts', 'created_at', 'expires_at', 'export_id', 'stage', 'started_at', 'state', 'tenant_id'],
  'hw.findings': ['fault', 'finding_id', 'last_at', 'resolved_at', 'since', 'tenant_id'],
  'hw.invitations': ['accepted_at', 'expires_at', 'invitation_id', 'revoked_at', 'tenant_id', 'token_hash'],
  'hw.ledger_checkpoints': ['connection_id', 'page_count', 'slot_at', 'tenant_id'],
  'hw.ledger_checks': ['asked_at', 'checked_at', 'connection_id', 'page_no', 'started_at', 'tenant_id', 'wrong_page'],
  'hw.ledger_days': ['connection_id', 'day', 'tenant_id'],
  'hw.media': ['attempts', 'connection_id', 'media_id', 'next_try_at', 'state', 'tenant_id'],
  'hw.members': ['joined_at', 'member_id', 'role', 'status', 'tenant_id', 'user_id'],
  'hw.operators': 'all',
  'hw.pages': ['connection_id', 'count', 'kind', 'page_no', 'received_at', 'tenant_id'],
  'hw.repulls': ['moved_at', 'repull_id', 'state', 'tenant_id'],
  'hw.repair_runs': ['finished_at', 'run_id', 'tenant_id', 'touched_at', 'work'],
  'hw.schedule_runs': ['run_day', 'schedule_id', 'started_at', 'state', 'tenant_id'],
  'hw.tenants': ['created_at', 'language', 'name', 'status', 'tenant_id', 'zone'],
  'migrations.applied': ['name'],
};
