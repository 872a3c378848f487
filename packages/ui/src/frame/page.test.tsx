import { describe, expect, it } from 'vitest';
import { buildAssets, HowFar, Page, PageHead, renderPage, State, Voice } from '../index.ts';

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

  it('colours in its foot only what is wrong', () => {
    const foot = renderPage(<Page lang="en" title="x" assets={links} parties={parties} health={[{ text: 'Lào: level' }, { text: 'Campuchia: in trouble', isWrong: true }]} />);
    expect(foot).toContain('<p><span>Lào: level</span> · <span class="wrong">Campuchia: in trouble</span></p>');
  });

  it('says under a title how far each side is, and who acts next: all of them as one', () => {
    const head = renderPage(<Page lang="en" title="x" assets={links} parties={parties}><HowFar states={[{ party: 'VN', is: 'done', label: 'done' }]} next={[{ parties: ['LA'], what: 'to report', href: '#a' }, { parties: ['VN', 'LA'], what: 'to settle', href: '#b' }]} /></Page>);
    expect(head).toMatch(/data-party="VN">Việt Nam<\/span> <span class="state s-done">done/u);
    expect(head).toMatch(/data-party="LA">Lào<\/span> <a href="#a">to report/u);
    expect(head).toMatch(/class="joint">[^<]+<\/span> <a href="#b">to settle/u);
    expect(renderPage(<Page lang="en" title="x" assets={links}><HowFar /></Page>)).not.toContain('how-far');
  });
});
