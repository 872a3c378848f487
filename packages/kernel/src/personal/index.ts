export { commitmentsIn, hasPersonal, isMarker, replacePersonal, swapPersonal, type Marker } from './replace.ts';
export { commitmentTo, type PersonalValue } from './seal.ts';
export { erasePersonal, personalValues, storePersonal } from './store.ts';
