// Planted: each line breaks a rule of .oxlintrc.json.
export function canary(value: any, list: readonly string[]): string {
  console.log(value);
  // @ts-ignore
  var text = list[0]!;
  if (text == 'x') debugger;
  return text;
}
