import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { keepLaoWords } from './lao-words.ts';

/** A whole HTML document of a `Page`. */
export const renderPage = (page: VNode): string => `<!doctype html>${keepLaoWords(renderToString(page))}`;

/** A piece of a page, for answers that replace a fragment (live progress). Wrap it in `Reading`. */
export const renderFragment = (piece: VNode): string => renderToString(piece);
