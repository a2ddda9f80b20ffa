/** The vendor's library: its helper processes and the relay that is their only network. For the worker and the CLI. */
export * from './native/index.ts';
export * from './relay/index.ts';
