export { Cells } from './cells.ts';
export { definitionOf, YEAR } from './dimensions.ts';
export { believed, tallying } from './statements.ts';
export { talliesFor, waitingByKind, type Figures } from './read.ts';
