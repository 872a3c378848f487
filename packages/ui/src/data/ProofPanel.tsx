import type { ComponentChildren, VNode } from 'preact';
import { PartyLabel } from '../voice/Voice.tsx';
import { useWords } from '../words.ts';

export interface ProofEntry {
  readonly party: string;
  /** Position in that party's journal, formatted. */
  readonly entry: string;
  /** When that party agreed, in the reader's words. */
  readonly when?: ComponentChildren;
  /** Whether the party's signature over it has been checked here. */
  readonly checked: 'checked' | 'unproven' | 'failed';
}

export interface ProofPanelProps {
  readonly entries: readonly ProofEntry[];
  /** Fingerprint of the content agreed to. */
  readonly fingerprint?: string;
  readonly download?: string;
  /** Where anyone can check it themselves. */
  readonly verify?: string;
  readonly children?: ComponentChildren;
}

/** The proof behind a record: who agreed to exactly these bytes, where it is written, and how to check it oneself. */
export function ProofPanel({ entries, fingerprint, download, verify, children }: ProofPanelProps): VNode {
  const w = useWords();
  return (
    <div class="proof">
      <b>{w('proof')}.</b>{' '}
      {children ?? (entries.length > 0 ? w('proof-says') : w('proof-none'))}
      {entries.length > 0 && (
        <ul>
          {entries.map((e) => (
            <li key={e.party}>
              <PartyLabel party={e.party} full /> {w('proof-entry', { entry: e.entry })}{e.when && <> · {e.when}</>} · <span class={`check-${e.checked}`}>{w(`proof-${e.checked}`)}</span>
            </li>
          ))}
        </ul>
      )}
      {fingerprint && <p class="fingerprint">{w('fingerprint')} <code data-copy={w('copy')} data-copied={w('copied')}>{fingerprint}</code></p>}
      {(download ?? verify) && (
        <p>
          {download && <a href={download} download="">{w('proof-download')}</a>}
          {download && verify && ' · '}
          {verify && <a href={verify}>{w('proof-verify')}</a>}
        </p>
      )}
    </div>
  );
}
