/** Why a backup cannot be made, read or put back. `id` is a message: what happened, what was kept, what to do. */
export class BackupFault extends Error {
  readonly id: string;
  readonly params: Readonly<Record<string, string | number>>;
  constructor(id: string, params: Readonly<Record<string, string | number>> = {}, options?: ErrorOptions) {
    super(`${id} ${JSON.stringify(params)}`, options);
    this.name = 'BackupFault';
    [this.id, this.params] = [id, params];
  }
}
