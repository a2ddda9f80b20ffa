import { ApiProblem, type Problem } from '@highwater/api-client';
import { data, redirect, type ActionFunctionArgs } from '@remix-run/node';
import { paths } from '../paths.ts';
import { reasonPath } from './reason-path.ts';
import { visitOf, type Visit } from './visit.ts';

/** What a form was refused for, with what was typed (never secrets), so that nothing has to be typed again. */
export interface Refusal {
  readonly problem: Problem;
  /** Which form of the page. */
  readonly intent: string;
  readonly typed: Readonly<Record<string, string>>;
}

const SECRET = /password|secret|token/i;

function typedIn(form: FormData): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === 'string' && !SECRET.test(name)) typed[name] = value;
  return typed;
}

/** Runs an action: a problem comes back to the form, at its field where it names one. */
export async function act<Answer>(
  args: ActionFunctionArgs,
  run: (visit: Visit, form: FormData, params: ActionFunctionArgs['params']) => Promise<Answer>,
) {
  const visit = visitOf(args);
  const form = await args.request.formData();
  try {
    await visit.language();
    return await run(visit, form, args.params);
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    if (error.problem.status === 401) throw redirect(paths.signIn(visit.url.pathname));
    if (error.problem.fault === 'factor.required') throw redirect(paths.account({ next: visit.url.pathname }));
    if (error.problem.fault === 'reason.missing')
      throw redirect(reasonPath(visit.url, args.request.headers.get('referer')));
    const refusal: Refusal = { problem: error.problem, intent: textField(form, 'intent'), typed: typedIn(form) };
    return data(refusal, { status: error.problem.status });
  }
}

/** A field's text without outer spaces; empty when absent. */
export function textField(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** All values of a repeated field. */
export function listField(form: FormData, name: string): string[] {
  return form.getAll(name).filter((value) => typeof value === 'string');
}
