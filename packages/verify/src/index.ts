export type { Outcome } from './outcome.ts';
export * from './jcs/index.ts';
export * from './hash/index.ts';
export * from './merkle/index.ts';
export * from './note/index.ts';
export * from './keys/index.ts';
export * from './bundle/index.ts';
