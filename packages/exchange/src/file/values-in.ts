/** The personal values of a file, sealed for this party (decision 0025). */
import { fitsCommitment, type Kernel } from '@entente/kernel';
import { parsePersonal } from '../personal.ts';
import { FileFault } from './frames.ts';
import type { Unsealer } from './sealed.ts';

/** Most parts with personal values. */
const MOST_SEALED = 10_000;

export class ValuesIn {
  readonly #kernel: Pick<Kernel, 'party' | 'personal'>;
  readonly #unseal: Unsealer | undefined;
  #sealed = 0;

  constructor(kernel: Pick<Kernel, 'party' | 'personal'>, unseal: Unsealer | undefined) {
    [this.#kernel, this.#unseal] = [kernel, unseal];
  }

  /**
   * How many values of a part were new here; null where our key does not open it. What is not wanted (erased, or held) is passed over.
   * Throws FileFault: `file.damaged` (too many parts), `file.personal`: a value that is not the one committed to is a lie.
   */
  async take(coop: string, bytes: Uint8Array, place: Uint8Array): Promise<number | null> {
    const { party, personal } = this.#kernel;
    this.#sealed += 1;
    if (this.#sealed > MOST_SEALED) throw new FileFault('file.damaged', { frame: 'V' });
    const plain = this.#unseal?.(bytes, place);
    if (!plain) return null;
    const values = parsePersonal(plain);
    if (!values?.every((each) => fitsCommitment(each.commitment, each))) throw new FileFault('file.personal');
    let fresh = 0;
    for (const { commitment, ...given } of values) {
      const [before] = (await personal.give(coop, [commitment], party)).keys();
      if (before === undefined && (await personal.take(coop, commitment, given))) fresh += 1;
    }
    return fresh;
  }
}
