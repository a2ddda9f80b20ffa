export * from './parse/index.ts';
export * from './page/index.ts';
export * from './finance/index.ts';
