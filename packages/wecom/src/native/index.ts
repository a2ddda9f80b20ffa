export { createHelperPool } from './create-helper-pool.ts';
export { describeLibrary, type LibraryArchitecture, type LibraryDescription } from './describe-library.ts';
export {
  OWN_CODES,
  type HelperAnswer,
  type HelperLease,
  type HelperPool,
  type HelperProxy,
  type HelperSettings,
} from './lease-helper.ts';
export {
  buildHelper,
  buildStandIn,
  findCompiler,
  findHelper,
  NoCompiler,
  type CompileOptions,
} from './compile/index.ts';
