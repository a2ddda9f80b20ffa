export { COPIES_VERSION } from './copies.ts';
export { createCopyMaker, type CopyMakerSettings } from './create-copy-maker.ts';
export { isPassiveType } from './is-passive-type.ts';
export { listMissingLayers, probeSandbox, type SandboxLayers } from './process/probe-sandbox.ts';
export { SNIFFED_BYTES, sniffContentType } from './sniff-content-type.ts';
