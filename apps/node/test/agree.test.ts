/** Agreeing across the border: nothing is joint before both have said so, and both nodes end with the same record. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { hasBrowser, openBrowser, Person } from './browser.ts';
import { newFolder, startDemonstration, type Demonstration, type Side } from './demonstration.ts';
import { eventually } from './eventually.ts';

const TEXT = `BIÊN BẢN THỎA THUẬN VỀ VIỆC LÀM VÀ DẠY NGHỀ 2028

Hà Nội, ngày 20/5/2028

1. Hai bên mở một sàn giao dịch việc làm ở biên giới.

2. Hai bên cử giáo viên dạy nghề sang giảng dạy.

3. Hai bên gửi số liệu lao động mỗi quý.

4. Hai bên họp tổ công tác mỗi năm hai lần.

5. Hai bên dịch tài liệu dạy nghề sang tiếng Lào.

6. Hai bên thăm các trung tâm dịch vụ việc làm.
`;
const COOP = '/api/vn-la-labour';
interface Row { readonly id: string; readonly standing: string; readonly version: string; readonly waitsFor: readonly string[]; readonly content: Readonly<Record<string, unknown>> }

/** What a side holds of an instrument and its commitments, as far as both must hold the same. */
async function held(side: Side, instrument: string): Promise<Row[]> {
  const [whole, parts] = await Promise.all([side.api<Row>(`${COOP}/instruments/${instrument}`), side.api<{ rows: Row[] }>(`${COOP}/commitments?instrument=${instrument}&limit=50`)]);
  return [whole, ...parts.rows].map(({ id, standing, version, waitsFor, content }) => ({ id, standing, version, waitsFor, content })).toSorted((a, b) => a.id.localeCompare(b.id));
}

describe.skipIf(!hasBrowser)('agreeing', { timeout: 240_000 }, () => {
  let demo: Demonstration;
  let browser: Browser;
  beforeAll(async () => { [demo, browser] = await Promise.all([startDemonstration(), openBrowser()]); }, 400_000);
  afterAll(async () => { await browser?.close(); await demo?.stop(); });

  /** Both nodes hold the same, and nobody is waited for but as said. */
  const level = async (instrument: string, waiting: number): Promise<Row[]> => eventually(async () => {
    const [vn, la] = await Promise.all([held(demo.vn, instrument), held(demo.la, instrument)]);
    expect(la).toEqual(vn);
    expect(vn.filter((row) => row.waitsFor.length > 0)).toHaveLength(waiting);
    return vn;
  });

  test('a proposal is agreed in part, declined with a reason, asked about, countered, and agreed as a whole', async () => {
    const file = join(newFolder('text'), 'text.txt');
    writeFileSync(file, TEXT);
    const { out } = await demo.cli('import', file, '--lang', 'vi', '--propose', '--theme', 'method', '--json');
    const { instrument } = (JSON.parse(out) as { proposed: { instrument: string } }).proposed;
    await level(instrument, 7);

    const la = await Person.at(browser, demo.la);
    await la.open('/waiting');
    for (const passage of ['Hai bên mở một sàn giao dịch việc làm ở biên giới.', 'BIÊN BẢN THỎA THUẬN VỀ VIỆC LÀM VÀ DẠY NGHỀ 2028']) await la.tick(passage);
    await la.press('ເຫັນດີລາຍການທີ່ເລືອກ');
    expect(await la.told()).toBe('ໄດ້ເຫັນດີ 2 ບັນທຶກ.');

    await la.follow('Hai bên cử giáo viên dạy nghề sang giảng dạy.');
    expect(await la.text()).toContain('ຍັງບໍ່ມີສະບັບທີ່ເຫັນດີ; ນີ້ຈະເປັນສະບັບທຳອິດ.');
    await la.press('ປະຕິເສດ');
    await la.press('ປະຕິເສດ');
    expect(await la.text(la.page.getByRole('alert'))).toContain('ຕ້ອງຕື່ມຊ່ອງນີ້.');
    await la.fill('ເຫດຜົນທີ່ປະຕິເສດ', 'ຍັງບໍ່ມີງົບປະມານ.');
    await la.press('ປະຕິເສດ');
    expect(await la.told()).toBe('ໄດ້ປະຕິເສດ; ຝ່າຍອື່ນຈະເຫັນເຫດຜົນ.');

    await la.open('/waiting');
    await la.follow('Hai bên gửi số liệu lao động mỗi quý.');
    await la.press('ຖາມຄືນ');
    await la.fill('ຄຳຖາມ ຫຼື ຄວາມເຫັນ', 'ສົ່ງຜ່ານຊ່ອງທາງໃດ?');
    await la.press('ສົ່ງ');
    expect(await la.told()).toBe('ສົ່ງຄຳຖາມແລ້ວ.');

    await la.open('/waiting');
    await la.follow('Hai bên họp tổ công tác mỗi năm hai lần.');
    await la.press('ສະເໜີສະບັບອື່ນ');
    await la.fill('Tiếng Việt', 'Hai bên họp tổ công tác mỗi năm một lần.', la.page.getByRole('group', { name: 'ເນື້ອໃນ' }));
    await la.press('ສະເໜີ ແລະ ເຫັນດີ');
    expect(await la.told()).toBe('ໄດ້ສະເໜີຕໍ່ຝ່າຍອື່ນແລ້ວ.');

    // The other side: the reason, the question, the counter-proposal; its own answers.
    const vn = await Person.at(browser, demo.vn);
    await eventually(async () => { await vn.open('/waiting'); expect(await vn.text()).toContain('Hai bên họp tổ công tác mỗi năm'); });
    await vn.open(`/commitments?instrument=${instrument}&standing=declined`);
    await vn.follow('Hai bên cử giáo viên dạy nghề sang giảng dạy.');
    expect(await vn.text()).toMatch(/Bị từ chối.*Lào từ chối.*Lý do: ຍັງບໍ່ມີງົບປະມານ\./u);
    await vn.open('/waiting');
    await vn.follow('Lào hỏi về: Hai bên gửi số liệu lao động mỗi quý.');
    expect(await vn.text(vn.part('Trao đổi về bản ghi này'))).toContain('ສົ່ງຜ່ານຊ່ອງທາງໃດ?');
    await vn.fill('Câu hỏi hoặc ý kiến', 'Qua nút này.');
    await vn.press('Gửi');
    await vn.open(`/commitments?instrument=${instrument}`);
    await vn.follow(/^Hai bên họp tổ công tác mỗi năm/u);
    expect(await vn.text()).toContain('Hai đề xuất gặp nhau');
    const refused = vn.page.getByRole('button', { name: 'Đồng ý', exact: true, disabled: true });
    expect(await refused.count()).toBe(1);

    // Only the Lao side's decline of ours lets us agree to theirs.
    await vn.press('Đề nghị họ từ chối bản của ta, để ta đồng ý được bản này');
    await vn.fill('Câu hỏi hoặc ý kiến', 'Ta đồng ý một lần.');
    await vn.press('Gửi');
    await eventually(async () => { await la.open('/waiting'); expect(await la.text()).toContain('Hai bên họp tổ công tác mỗi năm'); });
    await la.follow(/Hai bên họp tổ công tác mỗi năm/u);
    await la.press('ປະຕິເສດ (ເພື່ອໃຫ້ເຂົາເຈົ້າຮັບຂອງເຮົາໄດ້)');
    await la.fill('ເຫດຜົນທີ່ປະຕິເສດ', 'ປີລະຄັ້ງກໍພໍ.');
    await la.press('ປະຕິເສດ');
    await eventually(async () => {
      await vn.page.reload();
      expect(await vn.page.getByRole('button', { name: 'Đồng ý', exact: true, disabled: false }).count()).toBe(1);
    });
    await vn.press('Đồng ý');
    expect(await vn.told()).toBe('Đã ghi nhận sự đồng ý của phía ta.');

    await eventually(async () => { await la.open('/waiting'); expect(await la.text()).toContain('Hai bên gửi số liệu lao động mỗi quý.'); });
    for (const passage of ['Hai bên gửi số liệu lao động mỗi quý.', 'Hai bên dịch tài liệu dạy nghề sang tiếng Lào.', 'Hai bên thăm các trung tâm dịch vụ việc làm.']) await la.tick(passage);
    await la.press('ເຫັນດີລາຍການທີ່ເລືອກ');
    const rows = await level(instrument, 0);
    expect(Object.entries(Object.groupBy(rows, (row) => row.standing)).map(([standing, of]) => `${of?.length} ${standing}`).toSorted()).toEqual(['1 declined', '6 agreed']);
    expect(rows.find((row) => row.content['item'] === '4')?.content['text']).toEqual({ vi: 'Hai bên họp tổ công tác mỗi năm một lần.' });
    expect([...la.complaints, ...vn.complaints].filter((line) => !line.includes('422'))).toEqual([]);
    await Promise.all([vn.leave(), la.leave()]);
  });

  test('changes proposed at the same time on an agreed record cross, are shown beside each other, and end the same on both nodes', async () => {
    const found = await demo.vn.api<{ hits: { id: string; title: string }[] }>(`/api/search?q=${encodeURIComponent('Train vocational teachers')}&kind=commitment`);
    const id = found.hits[0]?.id ?? '';
    const before = await demo.vn.api<Row>(`${COOP}/commitments/${id}`);
    expect(before.standing).toBe('agreed');
    const [vn, la] = await Promise.all([Person.at(browser, demo.vn), Person.at(browser, demo.la)]);
    // Both begin from the same version; neither knows of the other.
    await Promise.all([vn.open(`/commitments/${id}/edit`), la.open(`/commitments/${id}/edit`)]);
    await vn.fill('Tiếng Việt', 'Đào tạo giáo viên trường nghề, mỗi năm 20 người.', vn.page.getByRole('group', { name: 'Nội dung' }));
    await la.fill('Tiếng Việt', 'Đào tạo giáo viên trường nghề, mỗi năm 30 người.', la.page.getByRole('group', { name: 'ເນື້ອໃນ' }));
    await Promise.all([vn.press('Đề xuất và đồng ý'), la.press('ສະເໜີ ແລະ ເຫັນດີ')]);
    await eventually(async () => { await vn.page.reload(); expect(await vn.text()).toContain('Hai đề xuất gặp nhau'); });
    const crossed = await vn.text();
    for (const part of ['20 người', '30 người', 'Hai bản khác nhau ở đâu', 'Chưa thể:', 'Đã đồng ý, đang đề xuất thay đổi']) expect(crossed).toContain(part);
    expect(crossed).toContain('Đào tạo giáo viên trường nghề.');

    // Ours is declined by us? No: a party that agreed cannot. Theirs is: that frees them to accept ours.
    await vn.press('Từ chối (để họ có thể chấp nhận bản của ta)');
    await vn.fill('Lý do từ chối', 'Chỉ đủ kinh phí cho 20 người.');
    await vn.press('Từ chối');
    await eventually(async () => {
      await la.open(`/commitments/${id}`);
      expect(await la.page.getByRole('button', { name: 'ເຫັນດີ', exact: true, disabled: false }).count()).toBe(1);
    });
    await la.press('ເຫັນດີ');
    await eventually(async () => {
      const [here, there] = await Promise.all([demo.vn.api<Row>(`${COOP}/commitments/${id}`), demo.la.api<Row>(`${COOP}/commitments/${id}`)]);
      expect(here.standing).toBe('agreed');
      expect([there.version, there.standing, there.content]).toEqual([here.version, here.standing, here.content]);
      expect(here.content['text']).toEqual({ vi: 'Đào tạo giáo viên trường nghề, mỗi năm 20 người.' });
    });
    await la.open(`/commitments/${id}`);
    expect(await la.text()).toContain('20 người');
    await Promise.all([vn.leave(), la.leave()]);
  });
});
