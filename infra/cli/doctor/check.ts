/** `not checked` says why in `found`; neither it nor a warning makes the command fail. */
export type Standing = 'ok' | 'warning' | 'failed' | 'not checked';

export interface Check {
  /** What was looked at: one or two words. */
  readonly name: string;
  readonly standing: Standing;
  /** What was found, without secrets and without paths. */
  readonly found: string;
  /** What to do, as a sentence; for warnings and failures. */
  readonly cure?: string;
}

export const ok = (name: string, found: string): Check => ({ name, standing: 'ok', found });
export const notChecked = (name: string, found: string): Check => ({ name, standing: 'not checked', found });
export const warning = (name: string, found: string, cure: string): Check => ({
  name,
  standing: 'warning',
  found,
  cure,
});
export const failed = (name: string, found: string, cure: string): Check => ({ name, standing: 'failed', found, cure });
