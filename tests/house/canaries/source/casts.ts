// Planted: casts that silence the compiler.
export const one = JSON.parse('1') as any;
export const two = 'x' as unknown as number;
// @ts-expect-error
export const three: number = 'x';
