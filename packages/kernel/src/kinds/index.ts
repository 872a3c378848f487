import { body } from './body.ts';
import { office } from './office.ts';
import { person } from './person.ts';
import { translation } from './translation.ts';

export { body, bodyTypes } from './body.ts';
export { office, officeTypes, successionTypes } from './office.ts';
export { person } from './person.ts';
export { origins, translation } from './translation.ts';

/** Kinds that every node knows; those of the modules are added to them. */
export const kernelKinds = [office, body, person, translation] as const;
