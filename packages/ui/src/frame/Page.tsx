import type { ComponentChildren, VNode } from 'preact';
import type { Lang } from '@entente/text';
import { Reading, type PartyName } from '../reading.tsx';
import { Footer, type FooterProps } from './Footer.tsx';
import { Flash, type FlashMessage } from './Flash.tsx';
import { Header, type HeaderProps } from './Header.tsx';
import { Navigation, type NavItem } from './Navigation.tsx';
import { useWords } from '../words.ts';
import type { AssetLinks } from '../assets/build.ts';

export interface Crumb {
  readonly label: ComponentChildren;
  /** Absent for the page itself, which may be left out. */
  readonly href?: string;
}

export interface PageProps extends Omit<HeaderProps, 'mine'>, FooterProps {
  readonly lang: Lang;
  /** Title of the page; the product's name is added. */
  readonly title: string;
  readonly assets: AssetLinks;
  /** Parties of the cooperation shown, with names in the reader's language. */
  readonly parties?: readonly PartyName[];
  /** The reader's own party. */
  readonly mine?: string;
  /** Why this node signs nothing now; see `Reader`. */
  readonly closed?: string;
  /** Name of the cooperation whose joint mark is drawn; see `Palette`. */
  readonly palette?: string;
  readonly nav?: readonly NavItem[];
  readonly breadcrumb?: readonly Crumb[];
  readonly flash?: readonly FlashMessage[];
  /** Seconds after which the page loads itself again, for long jobs; where scripts run, live progress takes its place. */
  readonly refresh?: number;
  /** Key of a form's draft that the server now holds: the browser forgets its copy. */
  readonly draftSaved?: string;
  /** Keep the page out of search engines; the default, since most pages are behind a door. */
  readonly indexed?: boolean;
  /** What goes into the head besides: alternate addresses, feeds. */
  readonly head?: ComponentChildren;
  readonly children?: ComponentChildren;
}

/** A whole page: head, header, navigation, main, footer. Draw it with `renderPage`. */
export function Page(props: PageProps): VNode {
  const { lang, title, assets, parties = [], mine, closed, palette, nav = [], breadcrumb = [], flash = [], refresh, draftSaved, indexed = false, head, children } = props;
  const product = props.product ?? 'Entente';
  return (
    <Reading lang={lang} parties={parties} {...(mine === undefined ? {} : { mine })} {...(closed === undefined ? {} : { closed })}>
      <html lang={lang} data-palette={palette} data-refresh={refresh}>
        <head>
          <meta charset="utf-8" />
          <title>{title === product ? product : `${title} · ${product}`}</title>
          <meta name="viewport" content="width=device-width,initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          {!indexed && <meta name="robots" content="noindex" />}
          {refresh !== undefined && <noscript><meta http-equiv="refresh" content={String(refresh)} /></noscript>}
          {draftSaved !== undefined && <meta name="draft-saved" content={draftSaved} />}
          <link rel="stylesheet" href={assets.css} />
          <link rel="icon" href={assets.icon} type="image/svg+xml" />
          <script src={assets.script} defer />
          {head}
        </head>
        <body>
          <Header {...props} {...(mine === undefined ? {} : { mine })} />
          <div class={nav.length > 0 ? 'page' : 'page no-nav'}>
            {nav.length > 0 && <Navigation items={nav} />}
            <main id="main" tabIndex={-1}>
              <Breadcrumb items={breadcrumb} />
              {flash.map((f, i) => <Flash key={i} {...f} />)}
              {children}
            </main>
          </div>
          <Footer {...props} />
        </body>
      </html>
    </Reading>
  );
}

function Breadcrumb({ items }: { readonly items: readonly Crumb[] }): VNode | null {
  const w = useWords();
  if (items.length === 0) return null;
  return <nav class="crumb" aria-label={w('you-are-here')}><ol>{items.map((c, i) => <li key={i}>{c.href ? <a href={c.href}>{c.label}</a> : <span aria-current="page">{c.label}</span>}</li>)}</ol></nav>;
}

export interface PageHeadProps {
  readonly title: ComponentChildren;
  /** Language of the title, when it is not the reader's. */
  readonly titleLang?: string;
  /** `joint`, or the id of the party whose record it is; draws its mark. */
  readonly who?: string;
  /** One line under the title: state, dates, who must act next. */
  readonly meta?: ComponentChildren;
  /** Lines under that: how far each side is, who acts next. */
  readonly below?: ComponentChildren;
  readonly actions?: ComponentChildren;
}

/** The title of a page with its mark, its line of facts and its actions. */
export function PageHead({ title, titleLang, who, meta, below, actions }: PageHeadProps): VNode {
  return (
    <header class="page-head">
      <div class={who === undefined ? undefined : who === 'joint' ? 'joint' : 'voice'} data-party={who === 'joint' ? undefined : who}>
        <h1 lang={titleLang}>{title}</h1>
        {meta && <p class="meta">{meta}</p>}
        {below}
      </div>
      {actions && <div class="buttons">{actions}</div>}
    </header>
  );
}
