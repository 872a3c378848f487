import type { VNode } from 'preact';
import type { Lang } from '@entente/text';
import { PartyLabel } from '../voice/Voice.tsx';
import { languageName, useWords } from '../words.ts';

export interface UserMark {
  readonly name: string;
  /** Role and office, in the reader's words. */
  readonly role?: string;
  readonly href?: string;
  /** Where sign-out posts to, with its hidden inputs (CSRF). */
  readonly signOut?: { readonly action: string; readonly hidden?: Readonly<Record<string, string>> };
}

export interface HeaderProps {
  /** Name of the product or the node; "Entente" by default. */
  readonly product?: string;
  readonly home?: string;
  /** Whose node this is. */
  readonly mine?: string;
  /** Ministry and department, in the reader's words. */
  readonly office?: string;
  readonly search?: { readonly action: string; readonly name?: string; readonly value?: string };
  /** This page in each language. */
  readonly languages?: readonly { readonly lang: Lang; readonly href: string; readonly current?: boolean }[];
  readonly user?: UserMark;
  /** Offered when nobody is signed in. */
  readonly signIn?: string;
}

/** The bar on top of every page: mark, whose node, search, languages, who is signed in. */
export function Header({ product = 'Entente', home = '/', mine, office, search, languages = [], user, signIn }: HeaderProps): VNode {
  const w = useWords();
  return (
    <>
      <a class="skip" href="#main">{w('skip')}</a>
      <header class="top">
        <a class="mark" href={home}><Mark />{product}</a>
        {(mine ?? office) && <span class="side" data-party={mine}>{mine && <PartyLabel party={mine} />}{office && <span>{office}</span>}</span>}
        {search && (
          <form class="find" action={search.action} role="search">
            <input type="search" name={search.name ?? 'q'} value={search.value} aria-label={w('search')} placeholder={w('search-hint')} />
            <button class="btn second" type="submit">{w('search')}</button>
          </form>
        )}
        {languages.length > 0 && (
          <nav class="langs" aria-label={w('languages')}>
            {languages.map((l) => <a key={l.lang} href={l.href} lang={l.lang} hreflang={l.lang} aria-current={l.current ? 'true' : undefined}>{languageName(l.lang)}</a>)}
          </nav>
        )}
        {user && <User user={user} />}
        {!user && signIn && <a class="me" href={signIn}>{w('sign-in')}</a>}
      </header>
    </>
  );
}

function User({ user }: { readonly user: UserMark }): VNode {
  const w = useWords();
  return (
    <details class="me">
      <summary>{user.name}</summary>
      <div>
        <p class="name">{user.name}</p>
        {user.role && <p class="quiet">{user.role}</p>}
        {user.href && <p><a href={user.href}>{w('account')}</a></p>}
        {user.signOut && (
          <form method="post" action={user.signOut.action}>
            {Object.entries(user.signOut.hidden ?? {}).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
            <button class="btn second" type="submit">{w('sign-out')}</button>
          </form>
        )}
      </div>
    </details>
  );
}

function Mark(): VNode {
  return <svg width="24" height="16" viewBox="0 0 24 16" aria-hidden="true"><ellipse class="mark-a" cx="8.5" cy="8" rx="7" ry="6" /><ellipse class="mark-b" cx="15.5" cy="8" rx="7" ry="6" /></svg>;
}
