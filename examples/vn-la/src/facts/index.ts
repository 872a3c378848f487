export { cooperation, loadFacts, type Facts } from './load.ts';
export { LATER, type Later } from './files.ts';
export { factsMessages } from './messages.ts';
