export { explain, type Explanation } from './explain.ts';
export { MACHINE_WRITTEN, messages, say, type Language, type MessageName } from './messages.ts';
