type QueryValue = string | number | readonly string[] | null | undefined;

/** Query of a call: empty and missing values are left out, lists are repeated. */
export function pageQuery(values: Readonly<Record<string, QueryValue>>): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value === null || value === undefined || value === '') continue;
    if (typeof value === 'string' || typeof value === 'number') query.append(name, String(value));
    else for (const each of value) query.append(name, each);
  }
  return query;
}
