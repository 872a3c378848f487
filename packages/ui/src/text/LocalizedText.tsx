import type { ComponentChildren, VNode } from 'preact';
import { useLang } from '../reading.tsx';
import { languageIn, languageName, useWords } from '../words.ts';

/** Where a version of a text comes from: signed or written in this language, translated by a person, or by a machine and not yet checked. */
export type Provenance = 'authentic' | 'translation' | 'machine';

/** A text in one language. */
export interface TextVersion {
  readonly lang: string;
  readonly text: string;
  readonly provenance: Provenance;
  /** The text it was translated from has changed since. */
  readonly stale?: boolean;
  /** Party whose translation it is. */
  readonly party?: string;
  /** Summary of the signed wording, not the wording itself. */
  readonly summary?: boolean;
}

/** Says where a version comes from and whether its source has changed since. */
export function ProvenanceLabel({ version, named = true }: { readonly version: TextVersion; readonly named?: boolean }): VNode {
  const w = useWords();
  const parts = [w(`provenance-${version.provenance}`)];
  if (version.summary) parts.push(w('provenance-summary'));
  if (version.stale) parts.push(w('source-changed'));
  return (
    <span class={version.stale ? 'prov stale' : 'prov'}>
      {named && <><span lang={version.lang}>{languageName(version.lang)}</span> · </>}
      {parts.join(' · ')}
    </span>
  );
}

export interface LocalizedTextProps {
  readonly versions: readonly TextVersion[];
  /** Languages a reader may expect; those without a version are named as missing. */
  readonly expected?: readonly string[];
  /**
   * `line`: only the text, in a title or cell. `block`: serif text, where it comes from, and the others one step away.
   * `beneath`: all of that under a heading that is the text itself.
   * `columns`: every language beside the others, the reader's first; stacked on a phone.
   */
  readonly as?: 'line' | 'block' | 'beneath' | 'columns';
  readonly children?: ComponentChildren;
}

/** The version a reader sees first: their language, else authentic, else the first. */
export function versionFor(versions: readonly TextVersion[], lang: string): TextVersion | undefined {
  return versions.find((v) => v.lang === lang) ?? versions.find((v) => v.provenance === 'authentic') ?? versions[0];
}

/** A text in the reader's language, with the others one step away; a missing or stale version says so in place. */
export function LocalizedText({ versions, expected = [], as = 'block' }: LocalizedTextProps): VNode {
  const lang = useLang();
  const w = useWords();
  const shown = versionFor(versions, lang);
  if (!shown) return <span class="quiet">{w('no-text')}</span>;
  const foreign = shown.lang === lang ? undefined : shown.lang;
  if (as === 'line') return <span lang={foreign}>{shown.text}</span>;
  const others = versions.filter((v) => v !== shown);
  if (as === 'columns') return <Beside versions={[shown, ...others]} missing={expected.filter((tag) => !versions.some((v) => v.lang === tag))} />;
  const missing = new Set([...(foreign ? [lang] : []), ...expected].filter((tag) => !versions.some((v) => v.lang === tag)));
  return (
    <div class="localized">
      {as === 'block' && <div class="text" lang={shown.lang}>{paragraphsOf(shown.text)}</div>}
      <p class="provs">
        <ProvenanceLabel version={shown} />
        <Missing languages={[...missing]} />
      </p>
      {others.length > 0 && (
        <details class="others">
          <summary>{w('other-languages', { languages: others.map((v) => languageIn(v.lang, lang)).join(', ') })}</summary>
          {others.map((version) => (
            <div key={version.lang}>
              <p class="provs"><ProvenanceLabel version={version} /></p>
              <div class="text" lang={version.lang}>{paragraphsOf(version.text)}</div>
            </div>
          ))}
        </details>
      )}
    </div>
  );
}

function Missing({ languages }: { readonly languages: readonly string[] }): VNode | null {
  const lang = useLang();
  const w = useWords();
  return languages.length === 0 ? null : <span class="prov missing">{w('not-in-your-language', { language: languages.map((tag) => languageIn(tag, lang)).join(', ') })}</span>;
}

/** Short texts of one list: in the reader's language, where they come from said once, the other languages one step away. */
export function LocalizedList({ items, expected = [] }: { readonly items: readonly (readonly TextVersion[])[]; readonly expected?: readonly string[] }): VNode {
  const lang = useLang();
  const w = useWords();
  const shown = items.flatMap((versions) => versionFor(versions, lang) ?? []);
  const kinds = [...Map.groupBy(shown, (v) => JSON.stringify([v.lang, v.provenance, v.stale === true, v.summary === true])).values()].flatMap(([first]) => first ?? []);
  const others = [...Map.groupBy(items.flatMap((versions) => versions.filter((v) => !shown.includes(v))), (v) => v.lang)];
  const missing = [...new Set([lang, ...expected])].filter((tag) => items.some((versions) => !versions.some((v) => v.lang === tag)));
  const list = (texts: readonly TextVersion[]): VNode => <ul class="text">{texts.map((v, i) => <li key={i} lang={v.lang === lang ? undefined : v.lang}>{v.text}</li>)}</ul>;
  return (
    <div class="localized">
      {list(shown)}
      <p class="provs">{kinds.map((version, i) => <ProvenanceLabel key={i} version={version} />)}<Missing languages={missing} /></p>
      {others.length > 0 && (
        <details class="others">
          <summary>{w('other-languages', { languages: others.map(([tag]) => languageIn(tag, lang)).join(', ') })}</summary>
          {others.map(([tag, texts]) => <div key={tag}>{texts[0] && <p class="provs"><ProvenanceLabel version={texts[0]} /></p>}{list(texts)}</div>)}
        </details>
      )}
    </div>
  );
}

function Beside({ versions, missing }: { readonly versions: readonly TextVersion[]; readonly missing: readonly string[] }): VNode {
  const lang = useLang();
  const w = useWords();
  return (
    <div class="beside-texts">
      {versions.map((version) => (
        <section key={version.lang}>
          <p class="provs"><ProvenanceLabel version={version} /></p>
          <div class="text" lang={version.lang}>{paragraphsOf(version.text)}</div>
        </section>
      ))}
      {missing.map((tag) => <p class="prov missing" key={tag}>{w('missing-in', { language: languageIn(tag, lang) })}</p>)}
    </div>
  );
}

/** Paragraphs of a text, as elements. */
export function paragraphsOf(text: string): VNode[] {
  return text.split(/\n+/u).map((line, i) => <p key={i}>{line}</p>);
}
