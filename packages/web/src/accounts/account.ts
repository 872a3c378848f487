/** A person of this node as the node knows them. */
import type { Person } from '@entente/kernel';

export interface Account extends Person {
  /** User name, lower case. */
  readonly login: string;
  /** Name as shown at home; never leaves the node. */
  readonly name: string;
  readonly disabled: boolean;
  readonly lastLook: string | null;
}
