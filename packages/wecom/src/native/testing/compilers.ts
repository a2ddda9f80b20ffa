import { findCompiler } from '../compile/index.ts';

const found = findCompiler();

/** For `describe.each`: what needs compiled C runs once, or not at all where nothing compiles it. */
export const COMPILERS: readonly string[] = found === undefined ? [] : [found];
/** For `it.each`: the one test that says so in that case. */
export const MISSING_COMPILERS: readonly string[] = found === undefined ? ['cc, gcc or clang'] : [];
