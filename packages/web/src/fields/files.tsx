/** Files of a record: pictures small, texts and PDF shown in place when they are opened, all by name, type and size. */
import type { VNode } from 'preact';
import type { FileRef } from '@entente/kernel';
import { formatNumber, type Lang } from '@entente/text';
import type { Context } from '../module.ts';
import { fields as fieldWords } from '../words/fields.ts';

const PICTURE = /^image\/(png|jpeg|gif|webp|avif)$/u;
/** What a browser shows in a frame without running anything: a text as plain text, whatever text it is. */
const FRAMED = /^(application\/pdf|text\/.+)$/u;

const NAMES: readonly (readonly [RegExp, string])[] = [
  [/^application\/pdf$/u, 'PDF'], [/^text\/csv$/u, 'CSV'], [/^text\/plain$/u, 'TXT'], [/spreadsheetml|ms-excel/u, 'Excel'], [/wordprocessingml|msword/u, 'Word'], [/presentationml|ms-powerpoint/u, 'PowerPoint'], [/zip/u, 'ZIP'],
];
const typeName = (type: string): string => NAMES.find(([pattern]) => pattern.test(type))?.[1] ?? (type.startsWith('image/') ? type.slice(6).toUpperCase() : type === 'application/octet-stream' ? '' : type);

/** The files, each with a way to see it that needs no script: a frame is fetched when its summary is opened. */
export function FileList({ ctx, files }: { readonly ctx: Pick<Context, 'href' | 'lang'>; readonly files: readonly FileRef[] }): VNode {
  return (
    <ul class="files">
      {files.map((file) => {
        const type = file.type.toLowerCase();
        const said = [typeName(type), sizeText(file.size, ctx.lang)].filter(Boolean).join(', ');
        return (
          <li key={`${file.sha256} ${file.name}`}>
            <a href={ctx.href.file(file)}>{PICTURE.test(type) && <img src={ctx.href.file(file)} alt="" width="160" loading="lazy" decoding="async" />} {file.name}</a> <small class="quiet">{said}</small>
            {FRAMED.test(type) && (
              <details class="preview">
                <summary>{fieldWords.t(ctx.lang)('show-here')}</summary>
                <iframe src={`${ctx.href.file(file)}?view`} title={file.name} loading="lazy" {...(type === 'application/pdf' ? {} : { sandbox: '' })} />
              </details>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** A size in the reader's words: "3 KB". */
export function sizeText(bytes: number, lang: Lang): string {
  if (bytes < 1_000) return `${formatNumber(bytes, lang)} B`;
  if (bytes < 1_000_000) return `${formatNumber(Math.round(bytes / 1_000), lang)} KB`;
  return `${formatNumber(String(Math.round(bytes / 100_000) / 10), lang)} MB`;
}
