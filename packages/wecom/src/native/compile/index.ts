export { buildHelper, buildStandIn, findHelper, type CompileOptions } from './compile-native.ts';
export { findCompiler, NoCompiler } from './find-compiler.ts';
