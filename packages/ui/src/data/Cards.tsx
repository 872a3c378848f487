import type { ComponentChildren, VNode } from 'preact';
import { useReader } from '../reading.tsx';
import { count } from '../words.ts';

export interface Card {
  readonly title: string;
  /** The figure that matters, e.g. how many wait. */
  readonly count?: number;
  readonly children?: ComponentChildren;
  /** Items of the card, each a line or two. */
  readonly items?: readonly ComponentChildren[];
  /** Said when there are no items. */
  readonly empty?: ComponentChildren;
  readonly more?: { readonly href: string; readonly label: string };
}

/** What waits for whom: cards in one frame, beside each other, stacked on a phone. */
export function Cards({ cards, level = 2 }: { readonly cards: readonly Card[]; readonly level?: 2 | 3 }): VNode {
  const { lang } = useReader();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div class="cards">
      {cards.map((card) => (
        <section key={card.title}>
          <Heading>{card.title}</Heading>
          {card.count !== undefined && <p class="figure num">{count(card.count, lang)}</p>}
          {card.children}
          {card.items && card.items.length > 0 && <ul>{card.items.map((item, i) => <li key={i}>{item}</li>)}</ul>}
          {card.items?.length === 0 && <p class="quiet">{card.empty}</p>}
          {card.more && <p class="more"><a href={card.more.href}>{card.more.label}</a></p>}
        </section>
      ))}
    </div>
  );
}
