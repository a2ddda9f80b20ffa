import { ApiProblem, type Problem } from '@highwater/api-client';
import { previewGrant } from '../api/members.ts';
import type { OfferedGrantView, ReachNumbersView } from '../api/setup-types.ts';
import { textField } from '../session/act.ts';
import type { Visit } from '../session/visit.ts';
import { grantIn, soughtIn } from './grant-form.ts';
import { loadGrantChoices, type GrantChoices } from './load-grant-choices.ts';
import { shownGrant } from './shown-grant.ts';

/** What an editor shows again after it was asked to look for something, or what the grant would open. */
export interface EditorAnswer {
  readonly intent: string;
  readonly choices: GrantChoices;
  readonly chosen: OfferedGrantView;
  /** Where it was asked what the grant would open. */
  readonly numbers: ReachNumbersView | null;
  readonly problem: Problem | null;
  /** Which invitation or grant it was about, besides the grant. */
  readonly typed: { readonly email: string; readonly role: string; readonly language: string };
}

/** Runs `save` for a form that wants to be saved; for others, and where it is refused, the editor as it was sent. */
export async function runEditor(
  visit: Visit,
  form: FormData,
  zone: string,
  memberId: string | null,
  save: (() => Promise<never>) | null,
): Promise<EditorAnswer> {
  const intent = textField(form, 'intent');
  const grant = grantIn(form, zone);
  let problem: Problem | null = null;
  let previewed: Awaited<ReturnType<typeof previewGrant>> | null = null;
  try {
    if (save !== null) await save();
    if (intent === 'preview') previewed = await previewGrant(visit.api, grant, memberId);
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.problem.status === 401) throw error;
    problem = error.problem;
  }
  const choices = await loadGrantChoices(visit.api, soughtIn(form), grant);
  return {
    intent,
    choices,
    chosen: previewed?.grant ?? shownGrant(grant, choices),
    numbers: previewed?.numbers ?? null,
    problem,
    typed: {
      email: textField(form, 'email'),
      role: textField(form, 'role'),
      language: textField(form, 'language'),
    },
  };
}
