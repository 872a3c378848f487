export { defineMessages } from './catalogue.ts';
export type { Catalogue, Entries, Translator } from './catalogue.ts';
export { catalogues, describeProblem, hasMessage, messageFaults, messageStatistics } from './registry.ts';
export type { MessageCount, MessageFault } from './registry.ts';
export { label, machine } from './shape.ts';
export type { Labels, MachineText, Message, Params, Placeholder, Plural, Wording } from './shape.ts';
export { showLabel } from './template.ts';
