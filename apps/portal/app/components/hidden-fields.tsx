/** Values that a form sends along. */
export function HiddenFields({
  values,
}: {
  values: Readonly<Record<string, string | readonly string[] | null | undefined>>;
}) {
  return Object.entries(values).flatMap(([name, value]) => {
    const all =
      value === null || value === undefined || value === '' ? [] : typeof value === 'string' ? [value] : value;
    return all.map((each) => <input key={`${name}=${each}`} type="hidden" name={name} value={each} />);
  });
}
