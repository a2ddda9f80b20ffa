import type { AccessClause } from '@highwater/domain';

/** Fields that are lists. */
const LISTS = ['people', 'with', 'rooms', 'kinds', 'directions'] as const;
type ListField = (typeof LISTS)[number];

/**
 * As few clauses as say the same: those that differ in one list only become one with both lists, so that there are as few
 * rules as periods where grants name people only. What lets nothing through is left out.
 */
export function gatherClauses(clauses: readonly AccessClause[]): readonly AccessClause[] {
  const able = clauses.filter(letsSomethingThrough);
  if (able.some((clause) => Object.values(clause).every((value) => value === undefined))) return [{}];
  // Of people and periods alone one look is enough, however many people there are.
  const [wide, plain] = [able.filter(isWide), able.filter((clause) => !isWide(clause))];
  return [...joinList(plain, 'people'), ...LISTS.reduce(joinList, wide)].map(sortLists);
}

function letsSomethingThrough({ from, until, ...lists }: AccessClause): boolean {
  if (from !== undefined && until !== undefined && from >= until) return false;
  return Object.values(lists).every((list) => list === undefined || list.length > 0);
}

function isWide(clause: AccessClause): boolean {
  return LISTS.some((field) => field !== 'people' && clause[field] !== undefined);
}

/** Clauses that are the same but for one list as one; one without the list lets through what the others do. */
function joinList(clauses: readonly AccessClause[], field: ListField): readonly AccessClause[] {
  const groups = Map.groupBy(clauses, (clause) => keyWithout(clause, field));
  return [...groups.values()].flatMap((alike) => {
    const [first] = alike;
    if (first === undefined || alike.length === 1) return alike;
    const { [field]: _own, ...others } = first;
    if (alike.some((clause) => clause[field] === undefined)) return [others];
    return [{ ...others, [field]: alike.flatMap((clause): readonly string[] => clause[field] ?? []) }];
  });
}

function keyWithout(clause: AccessClause, left: ListField): string {
  const lists = LISTS.map((field) => (field === left ? null : (clause[field]?.toSorted() ?? null)));
  return JSON.stringify([...lists, clause.from ?? null, clause.until ?? null]);
}

/** Each value once and in order: the same rights are written the same way. */
function sortLists(clause: AccessClause): AccessClause {
  const once = LISTS.flatMap((field) => {
    const list = clause[field];
    return list === undefined ? [] : [[field, [...new Set<string>(list)].toSorted()] as const];
  });
  return { ...clause, ...Object.fromEntries(once) };
}
