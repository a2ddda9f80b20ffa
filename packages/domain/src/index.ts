export * from './ids.ts';
export * from './access-condition.ts';
export * from './clock.ts';
export * from './log.ts';
export * from './fault.ts';
export * from './message.ts';
export * from './ports.ts';
export * from './roles.ts';
