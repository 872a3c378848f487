export { canonicalBytes, canonicalize, inOrder, isOrderly, type Json } from './canonicalize.ts';
export { parseJson } from './parse.ts';
export { readCanonical, type ReadLimits, type Reading, type Refusal } from './read.ts';
