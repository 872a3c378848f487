export { commitmentsIn, hasPersonal, isMarker, replacePersonal, swapPersonal, type Marker } from './replace.ts';
export type { PersonalValue } from './seal.ts';
export { fitsCommitment } from './travel.ts';
export { personalValues, storePersonal } from './store.ts';
