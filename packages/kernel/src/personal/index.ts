export { commitmentsIn, hasPersonal, isMarker, replacePersonal, swapPersonal, type Marker } from './replace.ts';
export type { PersonalValue } from './seal.ts';
export { personalValues, storePersonal } from './store.ts';
