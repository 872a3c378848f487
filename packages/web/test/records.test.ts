import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, cooperation, idOf, PASSWORD, rowOf, signedIn, world, type World } from './world.ts';

const GOOD = {
  'text.vi': 'Hai bên tiếp tục hợp tác đào tạo nghề.', state: 'open', on: '1/7/2013', themes: ['skills'],
  'amount.amount': '640 triệu', 'amount.currency': 'VND', 'items.0._row': '', 'items.0.number': '1', 'items.0.text.vi': 'Đào tạo giáo viên', 'items.1._row': '',
};
const openCandidates = async (w: World['vn'], id: string) =>
  (await w.kernel.reader({ id: 't', party: w.party, roles: ['coordinator'], office: null }).candidates(cooperation.id, id)).filter((one) => one.status === 'open');

describe('records in the browser', () => {
  let w: World;
  let [vn, la, reader]: Browser[] = [];
  const VN = () => vn as Browser;
  const LA = () => la as Browser;
  beforeAll(async () => {
    w = await world();
    vn = await signedIn(w.vn, 'lan', ['coordinator']);
    la = await signedIn(w.la, 'khamla', ['coordinator']);
    reader = await signedIn(w.vn, 'reader', ['reader']);
  });
  afterAll(() => w.close());

  const propose = async (fields: Record<string, string | string[]> = {}): Promise<string> => {
    const answer = await VN().post('/pledges/new', { _do: 'propose-agree', ...GOOD, ...fields });
    expect(answer.status).toBe(303);
    return idOf(answer);
  };

  it('a form with seven wrong fields says all at once, in the order of the form, and loses nothing', async () => {
    const typed = {
      _do: 'propose', 'text.vi': '  ', code: 'abc', state: '', on: '31/2/2013', 'amount.amount': '1,5,0', 'amount.currency': 'LAK', share: 'một nửa', people: '-3',
      'items.0._row': '', 'items.0.number': '1', 'items.0.text.lo': '', _note: 'một lời nhắn',
    };
    const answer = await VN().post('/pledges/new', typed);
    const html = await answer.text();
    expect(answer.status).toBe(422);
    const links = [...html.matchAll(/<li><a href="#f-([^"]+)">([^<]+)/gu)].map(([, field, text]) => [field, text?.split(':')[0]]);
    expect(links).toEqual([
      ['text', 'Text'], ['code', 'Code'], ['state', 'State'], ['on', 'Made on'], ['amount.amount', 'Amount'], ['share', 'Share'], ['people', 'People'],
      ['items.0.text', 'Items 1 › Item text'],
    ]);
    for (const value of ['abc', '31/2/2013', '1,5,0', 'một nửa', '-3', 'một lời nhắn']) expect(html).toContain(`value="${value}"`);
    expect(html).toContain('<option value="LAK" selected');
    // And it is kept on the server: the empty form is filled with it, and says so.
    const again = await (await VN().get('/pledges/new')).text();
    expect(again).toContain('value="31/2/2013"');
    expect(again).toContain('class="notice"');
    const discarded = await VN().post('/drafts/discard', { key: '/pledges/new' });
    expect(discarded.headers.get('location')).toBe('/pledges/new');
    expect(await (await VN().get('/pledges/new')).text()).not.toContain('31/2/2013');
  });

  it('what holds across fields, a link that leads nowhere and a state that may not be are said in the same answer as what cannot be read', async () => {
    const typed = {
      _do: 'propose', 'text.vi': 'Một', state: 'open', on: '31/2/2013', 'sources.0': 'A', 'sources.1': 'A', 'offices': '11111111-1111-8111-8111-111111111111', people: '0', share: '5',
      'items.0.number': '1', 'items.0.text.lo': '', 'items.1.number': '2', 'items.1.text.lo': 'ສອງ', _note: 'x'.repeat(2_001),
    };
    const links = async (more: object) => [...(await (await VN().post('/pledges/new', { ...typed, ...more })).text()).matchAll(/<li><a href="#f-([^"]+)">([^<]+)/gu)].map(([, field]) => field);
    expect(await links({})).toEqual(['_note', 'on', 'share', 'offices', 'items.0.text', 'sources.1']);
    // A rule that asks after what could not be read waits for it.
    expect(await links({ people: 'nhiều', 'sources.0': '' })).toEqual(['_note', 'on', 'people', 'offices', 'items.0.text']);
    await VN().post('/drafts/discard', { key: '/pledges/new' });
  });

  it('a form for something new is kept apart by what it was begun under', async () => {
    const [one, other] = ['/pledges/new?code=A-1', '/pledges/new?code=B-2'];
    await VN().post(one, { _draft: 'yes', 'text.vi': 'Dưới A-1', code: 'A-1' });
    expect(await (await VN().get('/pledges/new?lang=en&code=A-1')).text()).toContain('Dưới A-1');
    const elsewhere = await (await VN().get(other)).text();
    expect(elsewhere).toContain('value="B-2"');
    expect(elsewhere).not.toContain('Dưới A-1');
    expect(await (await VN().get('/pledges/new')).text()).not.toContain('Dưới A-1');
    expect(await (await VN().get('/account')).text()).toContain(`href="${one}"`);
    expect((await VN().post('/drafts/discard', { key: one })).headers.get('location')).toBe(one);
    expect(await (await VN().get(one)).text()).not.toContain('Dưới A-1');
  });

  it('rows are added and removed without a script, keeping what is typed', async () => {
    const added = await (await VN().post('/pledges/new', { ...GOOD, _add: 'items' })).text();
    expect([...added.matchAll(/name="items\.(\d)\._row"/gu)].map(([, i]) => i)).toEqual(['0', '1', '2']);
    const removed = await (await VN().post('/pledges/new', { ...GOOD, 'items.1.number': '2', _remove: 'items.0' })).text();
    expect([...removed.matchAll(/name="items\.(\d)\._row"/gu)].map(([, i]) => i)).toEqual(['0']);
    expect(removed).toContain('name="items.0.number"');
    expect(removed).toContain('value="2"');
  });

  it('what was typed becomes content: dates, money in words, lists; blank rows are left out', async () => {
    const id = await propose();
    expect((await rowOf(w.vn, id))?.content).toEqual({
      text: { vi: 'Hai bên tiếp tục hợp tác đào tạo nghề.' }, state: 'open', themes: ['skills'], on: '2013-07-01', amount: { amount: '640000000', currency: 'VND' },
      items: [{ number: '1', text: { vi: 'Đào tạo giáo viên' } }],
    });
  });

  it('sending the same form twice makes one record', async () => {
    const page = await (await VN().get('/pledges/new')).text();
    const key = /name="_key" value="([^"]+)"/u.exec(page)?.[1] ?? '';
    const send = () => VN().post('/pledges/new', { ...GOOD, 'text.vi': 'Gửi hai lần.', _do: 'propose', _key: key });
    const [first, second] = [await send(), await send()];
    expect(key).not.toBe('');
    expect(idOf(first)).toBe(idOf(second));
  });

  it('a form that is gone back to and changed is another sending: nothing typed is dropped behind a “Saved”', async () => {
    const sent = { ...GOOD, _key: 'back-button', 'text.vi': 'Lần đầu' };
    const places = [];
    for (const typed of [sent, sent, { ...sent, 'text.vi': 'Sửa rồi gửi lại' }]) places.push((await VN().post('/pledges/new', typed)).headers.get('location'));
    expect(places[1]).toBe(places[0]);
    expect(places[2]).not.toBe(places[0]);
    expect(await (await VN().get(places[2] ?? '')).text()).toContain('Sửa rồi gửi lại');
  });

  it('a session that ended while somebody typed: after signing in the form is as it was', async () => {
    const post = (path: string, form: Record<string, string>, cookie = '') => w.vn.web.request(`http://node.test${path}`, {
      method: 'POST', body: new URLSearchParams(form), headers: { origin: 'http://node.test', 'sec-fetch-site': 'same-origin', 'accept-language': 'vi', referer: 'http://node.test/memos/new?pledge=x', ...(cookie ? { cookie } : {}) },
    });
    const fieldsOf = (html: string) => Object.fromEntries([...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/gu)].map(([, name = '', value = '']) => [name, value.replaceAll('&quot;', '"').replaceAll('&amp;', '&')]));
    const asked = await (await post('/memos/new?pledge=x', { 'title.vi': 'Gõ dở "nháy" & ລາວ', body: 'Dài', _do: 'put' })).text();
    expect(asked).toContain('Phiên làm việc đã kết thúc');
    await signedIn(w.vn, 'returning', ['coordinator']);
    const wrong = await (await post('/sign-in', { ...fieldsOf(asked), login: 'returning', password: 'not it at all' })).text();
    const entered = await post('/sign-in', { ...fieldsOf(wrong), login: 'returning', password: PASSWORD });
    expect(entered.headers.get('location')).toBe('/memos/new?pledge=x');
    const cookie = entered.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
    const form = await (await w.vn.web.request('http://node.test/memos/new?pledge=x', { headers: { cookie } })).text();
    expect(form).toContain('value="Gõ dở &quot;nháy&quot; &amp; ລາວ"');
    expect(form).toContain('Dài</textarea>');
    // What holds a password is typed again, and what is no form of ours is kept nowhere.
    expect((await post('/account/password', { old: 'a', password: 'b' })).status).toBe(303);
    await post('/sign-in', { login: 'returning', password: PASSWORD, kept: '{broken', at: '//elsewhere' });
  });

  it('a proposal waits on the other side, is agreed there, and is joint on both', async () => {
    const id = await propose({ 'text.vi': 'Điều thứ nhất' });
    await w.sync();
    const waiting = await (await LA().get('/waiting')).text();
    expect(waiting).toContain(`value="${id}"`);
    expect(await (await LA().get(`/pledges/${id}`)).text()).toContain('recorded by Viet Nam, not yet confirmed by Lao PDR');
    expect((await LA().post('/waiting', { _do: 'selected', record: id })).status).toBe(303);
    await w.sync();
    for (const node of [w.vn, w.la]) expect((await rowOf(node, id))?.standing).toBe('agreed');
    const page = await (await VN().get(`/pledges/${id}`)).text();
    expect(page).toContain('class="joint"');
    expect(page).toMatch(/proposed and agreed/u);
  });

  it('agreeing to all agrees to what was on the page, not to what came since', async () => {
    const before = await propose({ 'text.vi': 'Đã ở trên trang' });
    await w.sync();
    const shown = /name="shown" value="([^"]+)"/u.exec(await (await LA().get('/waiting')).text())?.[1] ?? '';
    const after = await propose({ 'text.vi': 'Đến sau' });
    await w.sync();
    await LA().post('/waiting', { _do: 'all', shown });
    expect((await rowOf(w.la, before))?.standing).toBe('agreed');
    expect((await rowOf(w.la, after))?.standing).toBe('proposed');
  });

  it('declining asks for a reason, and the other side reads it', async () => {
    const id = await propose({ 'text.vi': 'Không hợp' });
    await w.sync();
    const h = (await openCandidates(w.la, id))[0]?.h ?? '';
    const asked = await LA().post(`/pledges/${id}/answer`, { _do: `decline:${h}` });
    expect([asked.status, (await asked.text()).includes('Reason for declining')]).toEqual([200, true]);
    expect((await LA().post(`/pledges/${id}/answer`, { _do: `reject:${h}`, text: '  ' })).status).toBe(422);
    expect((await LA().post(`/pledges/${id}/answer`, { _do: `reject:${h}`, text: 'Trùng với điều 3' })).status).toBe(303);
    await w.sync();
    expect((await rowOf(w.vn, id))?.standing).toBe('declined');
    expect(await (await VN().get(`/pledges/${id}`)).text()).toContain('Trùng với điều 3');
  });

  it('asking back decides nothing, waits for the proposer, and is answered', async () => {
    const id = await propose({ 'text.vi': 'Còn chưa rõ' });
    await w.sync();
    const h = (await openCandidates(w.la, id))[0]?.h ?? '';
    expect((await LA().post(`/pledges/${id}/answer`, { _do: `send-question:${h}`, text: 'Which provinces?' })).status).toBe(303);
    await w.sync();
    const home = await (await VN().get('/')).text();
    expect(home).toContain('Lao PDR asks about Còn chưa rõ');
    expect(await (await VN().get(`/pledges/${id}`)).text()).toContain('Which provinces?');
    await VN().post(`/pledges/${id}/answer`, { _do: 'send-answer', text: 'Quảng Trị và Savannakhet' });
    await w.sync();
    expect(await (await VN().get('/waiting')).text()).not.toContain('Lao PDR asks about Còn chưa rõ');
    expect((await rowOf(w.la, id))?.standing).toBe('proposed');
  });

  it('crossed proposals stand side by side with the reasons, and declining theirs frees them', async () => {
    const id = await propose({ 'text.vi': 'Bản đầu' });
    await w.sync();
    const first = (await openCandidates(w.la, id))[0]?.h ?? '';
    expect((await LA().post(`/pledges/${id}/answer`, { _do: `counter:${first}` })).headers.get('location')).toBe(`/pledges/${id}/edit?from=${first}`);
    expect(await (await LA().get(`/pledges/${id}/edit?from=${first}`)).text()).toContain('Bản đầu');
    expect((await LA().post(`/pledges/${id}/edit?from=${first}`, { _do: 'propose-agree', ...GOOD, 'text.vi': 'Bản của Lào' })).status).toBe(303);
    await w.sync();
    const page = await (await VN().get(`/pledges/${id}`)).text();
    expect(page).toContain('class="crossed"');
    expect(page).toContain('we have agreed to another version; Lao PDR must decline that one first');
    expect(page).toContain('Ask them to decline ours');
    // Crossed proposals are never agreed to in passing.
    await LA().post('/waiting', { _do: 'selected', record: id });
    expect((await rowOf(w.la, id))?.standing).toBe('proposed');
    const ours = (await openCandidates(w.vn, id)).find((one) => one.proposals[0]?.party === 'LA')?.h ?? '';
    await LA().post(`/pledges/${id}/answer`, { _do: `reject:${first}`, text: 'Lấy bản mới' });
    await w.sync();
    expect((await VN().post(`/pledges/${id}/answer`, { _do: `consent:${ours}` })).status).toBe(303);
    await w.sync();
    for (const node of [w.vn, w.la]) expect(await rowOf(node, id)).toMatchObject({ standing: 'agreed', content: { text: { vi: 'Bản của Lào' } } });
  });

  it('two people editing one record: the later one sees both differences and chooses', async () => {
    const made = await VN().post('/memos/new', { _do: 'put', 'title.vi': 'Ghi chú' });
    const id = idOf(made);
    const on = (await rowOf(w.vn, id))?.version ?? '';
    await VN().post(`/memos/${id}/edit`, { _do: 'put', _on: on, 'title.vi': 'Ghi chú của người đầu' });
    const late = await VN().post(`/memos/${id}/edit`, { _do: 'put', _on: on, 'title.vi': 'Ghi chú của người sau' });
    const html = await late.text();
    expect(late.status).toBe(409);
    expect(html).toContain('The record changed while you were writing');
    expect(html).toContain('<ins>');
    expect((await rowOf(w.vn, id))?.content).toEqual({ title: { vi: 'Ghi chú của người đầu' } });
    const now = /name="_on" value="([^"]+)"/u.exec(html)?.[1] ?? '';
    expect((await VN().post(`/memos/${id}/edit`, { _do: 'put', _on: now, 'title.vi': 'Ghi chú của người sau' })).status).toBe(303);
    expect((await rowOf(w.vn, id))?.content).toEqual({ title: { vi: 'Ghi chú của người sau' } });
    // Who takes what stands begins from it: what they typed was kept as a draft, and is let go.
    const again = await (await VN().post(`/memos/${id}/edit`, { _do: 'put', _on: on, 'title.vi': 'Bản thứ ba' })).text();
    const [, key = '', to = ''] = /name="key" value="([^"]+)"[^]*?name="to" value="([^"]+)"/u.exec(again) ?? [];
    expect((await VN().post('/drafts/discard', { key, to })).headers.get('location')).toBe(`/memos/${id}/edit`);
    const form = await (await VN().get(`/memos/${id}/edit`)).text();
    expect(form).toContain('value="Ghi chú của người sau"');
    expect(form).not.toContain('Bản thứ ba');
  });

  it('two people of a side changing one joint record: the later one sees what our side is bound to, and chooses', async () => {
    const id = await propose({ 'text.vi': 'Bản hai bên' });
    await w.sync();
    await LA().post('/waiting', { _do: 'selected', record: id, shown: id, _key: 'both' });
    await w.sync();
    const on = (await rowOf(w.vn, id))?.version ?? '';
    const change = (who: Browser, text: string, more: Record<string, string> = {}) => who.post(`/pledges/${id}/edit`, { ...GOOD, _do: 'propose-agree', _on: on, 'text.vi': text, ...more });
    expect((await change(VN(), 'Người đầu sửa')).status).toBe(303);
    const colleague = await signedIn(w.vn, 'mai', ['coordinator']);
    const late = await change(colleague, 'Người sau sửa');
    const html = await late.text();
    expect(late.status).toBe(409);
    expect(html).toContain('Lao PDR must decline that one');
    expect(html).toMatch(/<del>[^]*đầu[^]*<ins>[^]*sau/u);
    expect((await openCandidates(w.vn, id)).map((one) => one.content['text'])).toEqual([{ vi: 'Người đầu sửa' }]);
    // Beside it, agreed to by nobody yet; or let go.
    const [, deed = ''] = /name="_do" value="([^"]+)"[^>]*>Propose mine beside it/u.exec(html) ?? [];
    expect((await change(colleague, 'Người sau sửa', { _do: deed })).status).toBe(303);
    expect((await openCandidates(w.vn, id)).map((one) => (one.content['text'] as { vi: string }).vi).toSorted()).toEqual(['Người sau sửa', 'Người đầu sửa']);
    expect(html).toContain(`name="to" value="/pledges/${id}#proposals"`);
  });

  it('a joint record is ended by consent, with its reason', async () => {
    const id = await propose({ 'text.vi': 'Sẽ chấm dứt' });
    await w.sync();
    await LA().post('/waiting', { _do: 'selected', record: id, shown: id, _key: 'to-end' });
    await w.sync();
    const end = { ...GOOD, 'text.vi': 'Sẽ chấm dứt', _do: 'propose-agree', _as: 'tombstone', _on: (await rowOf(w.vn, id))?.version ?? '' };
    const without = await VN().post(`/pledges/${id}/edit`, end);
    expect([without.status, (await without.text()).includes('Say why it is retired.')]).toEqual([422, true]);
    expect((await VN().post(`/pledges/${id}/edit`, { ...end, _note: 'Đã thay bằng bản mới' })).status).toBe(303);
    await w.sync();
    expect(await (await LA().get(`/pledges/${id}`)).text()).toContain('Đã thay bằng bản mới');
    await LA().post('/waiting', { _do: 'selected', record: id, shown: id, _key: 'ended' });
    await w.sync();
    for (const node of [w.vn, w.la]) expect((await rowOf(node, id))?.standing).toBe('retired');
  });

  it('a translation is a record of ours, shown in its language, stale when the text moves on', async () => {
    const id = idOf(await VN().post('/memos/new', { _do: 'put', 'title.vi': 'Báo cáo quý' }));
    const saved = await VN().post(`/memos/${id}/translate?into=lo`, { _do: 'save', origin: 'machine', 't.title': 'ບົດລາຍງານ' });
    expect(saved.status).toBe(303);
    const inLao = async () => (await VN().get(`/memos/${id}?lang=lo`)).text();
    expect(await inLao()).toContain('ບົດລາຍງານ');
    expect((await rowOf(w.vn, id))?.translations['title']?.['lo']).toMatchObject({ origin: 'machine', stale: false, party: 'VN' });
    await VN().post(`/memos/${id}/edit`, { _do: 'put', _on: (await rowOf(w.vn, id))?.version ?? '', 'title.vi': 'Báo cáo năm' });
    expect((await rowOf(w.vn, id))?.translations['title']?.['lo']?.stale).toBe(true);
    await VN().post(`/memos/${id}/translate?into=lo&lang=en`, { _do: 'save', origin: 'person', 't.title': 'ບົດລາຍງານປະຈຳປີ' });
    expect((await rowOf(w.vn, id))?.translations['title']?.['lo']).toMatchObject({ text: 'ບົດລາຍງານປະຈຳປີ', origin: 'person', stale: false });
  });

  it('a file travels with the form, survives a problem, and is downloaded safely', async () => {
    const form = new FormData();
    for (const [name, value] of Object.entries(GOOD)) for (const one of [value].flat()) form.append(name, one);
    form.set('state', '');
    form.set('files', new File(['<script>alert(1)</script>'], 'bản ký.html', { type: 'text/html' }));
    const refused = await VN().post('/pledges/new', form);
    const token = /name="files\.kept" value="([^"]+)"/u.exec(await refused.text())?.[1] ?? '';
    expect([refused.status, token === '']).toEqual([422, false]);
    const id = await propose({ 'files.kept': token });
    const [file] = ((await rowOf(w.vn, id))?.content['files'] ?? []) as { sha256: string; name: string }[];
    const download = await VN().get(`/files/${file?.sha256}/${encodeURIComponent(file?.name ?? '')}`);
    expect([download.status, await download.text()]).toEqual([200, '<script>alert(1)</script>']);
    expect(download.headers.get('content-type')).toBe('application/octet-stream');
    expect(download.headers.get('content-disposition')).toMatch(/^attachment/u);
    expect(download.headers.get('content-security-policy')).toContain('sandbox');
    expect((await VN().get(`/files/${'0'.repeat(64)}/x`)).status).toBe(404);
    const rest = await VN().get(`/files/${file?.sha256}/x`, { range: 'bytes=8-' });
    expect([rest.status, rest.headers.get('content-range'), await rest.text()]).toEqual([206, 'bytes 8-24/25', 'alert(1)</script>']);
    const another = await VN().get(`/files/${file?.sha256}/x`, { range: 'bytes=8-', 'if-range': `"${'0'.repeat(64)}"` });
    expect([another.status, (await another.text()).length]).toEqual([200, 25]);
    expect((await VN().get(`/files/${file?.sha256}/x`, { range: 'bytes=25-' })).status).toBe(416);
  });

  it('a text or PDF is shown in place: as plain text or in the viewer, in frames of our own pages alone; nothing else is', async () => {
    const form = new FormData();
    for (const [name, value] of Object.entries(GOOD)) for (const one of [value].flat()) form.append(name, one);
    form.set('state', '');
    const kept: string[] = [];
    for (const [name, type] of [['danh sách.csv', 'text/csv'], ['trang.html', 'text/html'], ['biên bản.pdf', 'application/pdf'], ['bảng.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']] as const) {
      form.set('files', new File([type.endsWith('pdf') ? '%PDF-1.7 ' : type.endsWith('sheet') ? 'PK\u0003\u0004' : '', `<b>${name}</b>`], name, { type }));
      const refused = await (await VN().post('/pledges/new', form)).text();
      kept.push(...[...refused.matchAll(/name="files\.kept" value="([^"]+)"/gu)].map(([, token = '']) => token));
    }
    const id = await propose({ 'files.kept': [...new Set(kept)] });
    const page = await (await VN().get(`/pledges/${id}`)).text();
    const frames = [...page.matchAll(/<iframe src="([^"]+)"([^>]*)>/gu)].map(([, src = '', more = '']) => ({ src: src.replaceAll('&amp;', '&'), sandboxed: more.includes('sandbox') }));
    expect(frames.map(({ src, sandboxed }) => [decodeURIComponent(src.split('/').at(-1) ?? ''), sandboxed])).toEqual([['danh sách.csv?view', true], ['trang.html?view', true], ['biên bản.pdf?view', false]]);
    expect(page).toContain('Excel');
    const [csv, html, pdf] = await Promise.all(frames.map(async ({ src }) => (await VN().get(src)).headers));
    // On the other node too, where bytes alone have come.
    await w.sync();
    const there = await Promise.all(frames.map(async ({ src }) => (await LA().get(src)).headers));
    for (const all of [[csv, html, pdf], there]) expect(all.map((headers) => [headers?.get('content-type'), headers?.get('x-frame-options'), headers?.get('x-content-type-options')])).toEqual([
      ['text/plain; charset=utf-8', 'SAMEORIGIN', 'nosniff'], ['text/plain; charset=utf-8', 'SAMEORIGIN', 'nosniff'], ['application/pdf', 'SAMEORIGIN', 'nosniff'],
    ]);
    expect(html?.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'self'.*sandbox/u);
    const sheet = /href="(\/files\/[^"]+xlsx)"/u.exec(page)?.[1] ?? '';
    for (const side of [VN(), LA()]) expect((await side.get(`${sheet}?view`)).headers.get('x-frame-options')).toBe('DENY');
    expect(there[1]?.get('content-security-policy')).toBe(html?.get('content-security-policy'));
  });

  it('a file that is not what its name says is told at its field; the others and all that was typed stay', async () => {
    const form = new FormData();
    for (const [name, value] of Object.entries(GOOD)) for (const one of [value].flat()) form.append(name, one);
    form.set('_do', 'propose');
    for (const [name, bytes] of [['ảnh.jpg', '<script>alert(1)</script>'], ['biên bản.pdf', '%PDF-1.7 minutes'], ['mở.exe', 'MZ'], ['con.txt', 'text']] as const) form.append('files', new File([bytes], name));
    const answer = await VN().post('/pledges/new', form);
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect([...page.matchAll(/name="files\.kept" value="([^"]+)"/gu)].map(([, token = '']) => decodeURIComponent(token.split(':').slice(2).join(' ')))).toEqual(['application/pdf biên bản.pdf']);
    for (const said of ['“ảnh.jpg” is no JPG', '“mở.exe” is a program', 'cannot open a file called “con.txt”']) expect(page).toContain(said);
    expect(page).toContain('href="#f-files"');
    expect(page).toContain(GOOD['text.vi']);
  });

  it('nobody opens a file to themselves by naming it', async () => {
    const secret = await w.vn.kernel.blobs.put(new TextEncoder().encode('not yours'), 'text/plain');
    expect((await VN().get(`/files/${secret.sha256}/x`)).status).toBe(404);
    const answer = await VN().post('/pledges/new', { ...GOOD, _do: 'propose', 'files.kept': `${secret.sha256}:9:text%2Fplain:x.txt` });
    expect([answer.status, (await answer.text()).includes('is not here any more')]).toEqual([422, true]);
  });

  it('a picker finds records without a script', async () => {
    const id = await propose({ 'text.vi': 'Cam kết tìm được' });
    const found = await (await VN().post('/memos/new', { 'title.vi': 'Về cam kết', 'pledge.query': 'tim duoc', _find: 'pledge' })).text();
    expect(found).toContain(`value="${id}"`);
    expect(found).toContain('value="Về cam kết"');
    const offered = await (await VN().get('/pick?kind=pledge&q=tim')).json() as { options: { value: string }[] };
    expect(offered.options.map((option) => option.value)).toContain(id);
  });

  it('our record is retired with a reason and stays readable', async () => {
    const id = idOf(await VN().post('/memos/new', { _do: 'put', 'title.vi': 'Hết dùng' }));
    expect((await VN().post(`/memos/${id}/retire`, { reason: '' })).status).toBe(422);
    expect((await VN().post(`/memos/${id}/retire`, { reason: 'Đã thay bằng bản mới' })).status).toBe(303);
    const page = await VN().get(`/memos/${id}`);
    expect([page.status, (await page.text()).includes('Đã thay bằng bản mới')]).toEqual([200, true]);
    expect((await VN().get(`/memos/${id}/edit`)).status).toBe(403);
  });

  it('a reader reads: no button to change anything, and no way around it', async () => {
    const id = idOf(await LA().post('/pledges/new', { _do: 'propose-agree', ...GOOD, 'text.vi': 'Chỉ đọc' }));
    await w.sync();
    const html = await (await (reader as Browser).get(`/pledges/${id}`)).text();
    expect(html).not.toContain('/edit"');
    expect(html).toContain('your role may not answer for our side');
    for (const [path, fields] of [['/pledges/new', GOOD], [`/pledges/${id}/edit`, GOOD], [`/pledges/${id}/translate`, {}]] as const) {
      expect((await (reader as Browser).post(path, fields)).status).toBe(403);
    }
    const h = (await openCandidates(w.vn, id))[0]?.h ?? '';
    await (reader as Browser).post(`/pledges/${id}/answer`, { _do: `reject:${h}`, text: 'x' });
    expect((await rowOf(w.vn, id))?.standing).toBe('proposed');
    expect((await LA().get(`/memos/new`)).status).toBe(200);
  });

  it('another party’s record is theirs', async () => {
    const id = idOf(await VN().post('/memos/new', { _do: 'put', 'title.vi': 'Của Việt Nam' }));
    await w.sync();
    expect((await LA().get(`/memos/${id}`)).status).toBe(200);
    expect((await LA().post(`/memos/${id}/edit`, { _do: 'put', 'title.vi': 'Sửa trộm' })).status).toBe(403);
    expect((await LA().post(`/memos/${id}/retire`, { reason: 'x' })).status).toBe(403);
  });

  it('shows the proof behind a record, and what changed', async () => {
    const id = await propose({ 'text.vi': 'Có bằng chứng' });
    const proof = await (await VN().get(`/proof/${id}`)).text();
    expect(proof).toContain('entente/demo/vn-la-test/VN/joint');
    expect(await (await VN().get('/changes')).text()).toContain('Có bằng chứng');
    await VN().post('/changes/seen', {});
    expect(await (await VN().get('/')).text()).toContain('Nothing has changed.');
  });

  it('what changed since a person last looked stands on their home with the difference, and on the page of all changes', async () => {
    const id = await propose({ 'text.vi': 'Mỗi năm đào tạo hai mươi giáo viên' });
    await w.sync();
    const h = (await openCandidates(w.la, id))[0]?.h ?? '';
    expect((await LA().post(`/pledges/${id}/answer`, { _do: `consent:${h}` })).status).toBe(303);
    await w.sync();
    const { version } = await rowOf(w.la, id) ?? { version: '' };
    await VN().post('/changes/seen', {});
    const changed = await LA().post(`/pledges/${id}/edit`, { _do: 'propose-agree', ...GOOD, 'text.vi': 'Mỗi năm đào tạo ba mươi giáo viên', _on: version, _note: 'Thêm mười người' });
    expect([changed.status, idOf(changed)]).toEqual([303, id]);
    await w.sync();
    for (const path of ['/?lang=en', '/changes?lang=vi', '/changes?lang=lo']) {
      const html = await (await VN().get(path)).text();
      expect(html.replaceAll(/<span class="unseen">[^<]*<\/span>/gu, '')).toMatch(/<del>hai[^<]*<\/del>\s*<ins>ba/u);
    }
    await VN().get('/?lang=en');
  });
});
