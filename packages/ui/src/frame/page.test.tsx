import { describe, expect, it } from 'vitest';
import { buildAssets, Page, PageHead, renderPage, State, Voice } from '../index.ts';

const { links } = buildAssets();
const parties = [{ id: 'VN', name: 'Việt Nam' }, { id: 'LA', name: 'Lào' }];

describe('a page', () => {
  const html = renderPage(
    <Page lang="vi" title="Cam kết <5b>" assets={links} parties={parties} mine="VN" nav={[{ href: '/', label: 'Trang chủ', current: true }]}
      languages={[{ lang: 'vi', href: '?lang=vi', current: true }, { lang: 'lo', href: '?lang=lo' }]} breadcrumb={[{ href: '/i', label: 'Văn kiện' }]}>
      <PageHead title="Cam kết" who="joint" meta={<State is="running" />} />
      <Voice party="LA" lang="lo"><p>ໄດ້ຮັບອຸປະກອນແລ້ວ</p></Voice>
    </Page>,
  );

  it('is a whole document in the reader’s language', () => {
    expect(html.startsWith('<!doctype html><html lang="vi">')).toBe(true);
    expect(html).toContain('<main id="main"');
    expect(html).toContain('href="#main"');
  });

  it('escapes what it is given', () => {
    expect(html).toContain('<title>Cam kết &lt;5b> · Entente</title>');
  });

  it('carries no inline script and no inline style', () => {
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=/u);
  });
});
