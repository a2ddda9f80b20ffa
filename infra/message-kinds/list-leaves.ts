/** Every text and number in a JSON text, also in JSON that stands in a string; the text itself where it is not JSON. */
export function listLeaves(text: string): readonly string[] {
  const leaves: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value === 'number') leaves.push(String(value));
    else if (typeof value === 'string') {
      leaves.push(value);
      const inner = readObject(value);
      if (inner !== null) visit(inner);
    } else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) visit(one);
  };
  const whole = readObject(text);
  if (whole === null) return [text];
  visit(whole);
  return leaves;
}

function readObject(text: string): object | null {
  if (!/^\s*[{[]/.test(text)) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}
