/** Prints how a fault is told in a process without maps, and whether the runtime holds one. */
import { findSourceMap } from 'node:module';
import { withoutMaps } from '../../src/sources.ts';

withoutMaps();
const { fault } = await import('./fault.tsx');
const at = import.meta.resolve('./fault.tsx');
let stack = '';
try {
  fault({ one: 'lời', two: 'cuối' });
} catch (error) {
  stack = error instanceof Error ? error.stack ?? '' : '';
}
const odd = new Error('odd', { cause: null });
Object.defineProperty(odd, 'message', { get() { throw new Error('never'); } });
console.log(JSON.stringify({ stack, at, isHeld: findSourceMap(at) !== undefined, odd: String(odd.stack).split('\n').length > 0 }));
