export { Guard } from './guard.ts';
export { recoveryOf, type Recovery, type Standing as NodeStanding } from './recovery.ts';
