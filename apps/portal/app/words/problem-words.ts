import type { Problem } from '@highwater/api-client';
import type { Fault } from '@highwater/domain';
import type { Translate, WordKey } from '@highwater/i18n/make';

/** What the portal itself answers with; every other problem comes from the API with its sentences. */
const OWN = {
  internal: ['faults.internal.title', 'faults.internal.cure'],
  'permission.missing': ['faults.permission.missing.title', 'faults.permission.missing.cure'],
  'request.malformed': ['faults.request.malformed.title', 'faults.request.malformed.cure'],
  'thing.missing': ['faults.thing.missing.title', 'faults.thing.missing.cure'],
} as const satisfies Partial<Record<Fault, readonly [title: WordKey, cure: WordKey]>>;

const isOwn = (fault: Fault): fault is keyof typeof OWN => Object.hasOwn(OWN, fault);

/** What a problem says. So that no page carries the sentences of all faults for it, these few stand in for silence. */
export function problemWords(
  problem: { readonly fault: Fault } & Partial<Pick<Problem, 'title' | 'detail'>>,
  t: Translate,
): { readonly title: string; readonly cure: string } {
  const [title, cure] = OWN[isOwn(problem.fault) ? problem.fault : 'internal'];
  return { title: problem.title || t(title), cure: problem.detail || t(cure) };
}
