import type { VNode } from 'preact';
import {
  Change, Contents, Difference, Form, LanguageColumns, LocalizedList, LocalizedText, Panel, PassageEditor, SelectField, State, TextField, YesNo, useLang,
  type PassageRow, type TextVersion,
} from '../index.ts';
import { formSamples } from './form-samples.ts';
import { samples } from './samples.ts';

const versions: readonly TextVersion[] = [
  { lang: 'vi', provenance: 'authentic', summary: true, text: 'Nối chuyên môn giữa bệnh viện chỉnh hình Đà Nẵng và Trung tâm 686.' },
  { lang: 'lo', provenance: 'machine', text: 'ຮ່ວມມືດ້ານວິຊາການລະຫວ່າງໂຮງໝໍດ່ານັງ ແລະ ສູນ 686.' },
  { lang: 'en', provenance: 'translation', stale: true, text: 'Link the Da Nang orthopaedic hospital with the 686 Centre.' },
];

const rows: readonly PassageRow[] = [
  { id: 'p-i', number: 'I.', heading: true, texts: { vi: 'Kỹ năng nghề', lo: 'ສີມືແຮງງານ', en: 'Skills' } },
  { id: 'p3', number: '3.', texts: { vi: 'Cùng soạn chuẩn kỹ năng nghề quốc gia.', lo: 'ຮ່ວມສ້າງມາດຕະຖານສີມືແຮງງານແຫ່ງຊາດ.', en: 'Draft national occupational standards together.' }, margin: <State is="running" /> },
  { id: 'p4', number: '4.', texts: { vi: 'Bồi dưỡng giáo viên của trung tâm kỹ năng và trường nghề.', lo: 'ຍົກລະດັບຄູສອນຢູ່ສູນພັດທະນາສີມືແຮງງານ ແລະ ສະຖາບັນອາຊີວະສຶກສາ.', en: 'Train the teachers of skills centres and vocational schools.' }, margin: <State is="done" /> },
  { id: 'p8', number: '8.', texts: { vi: 'Cấp thiết bị thực hành nghề.', lo: 'ສະໜອງອຸປະກອນການຮຽນ-ການສອນວິຊາຊີບ.' }, margin: <State is="late" /> },
  { id: 'p8a', number: 'a)', depth: 1, texts: { vi: 'Dạy tiếng Lào cho người của trường nghề Việt Nam; dạy tiếng Việt cho trường nghề Lào và cán bộ ngành.', lo: 'ສອນພາສາລາວໃຫ້ພະນັກງານ, ຄູ ແລະ ນັກສຶກສາຫວຽດນາມ; ສອນພາສາຫວຽດນາມໃຫ້ພະນັກງານ, ຄູ ແລະ ນັກສຶກສາລາວ.', en: 'Teach Lao at Vietnamese vocational schools; teach Vietnamese at Lao vocational schools and to officials.' }, margin: <State is="none" /> },
];

/** Localized texts, documents, differences, a text being read in. */
export function TextsSection(): VNode {
  const lang = useLang();
  const s = samples.t(lang);
  const other = lang === 'vi' ? 'lo' : 'vi';
  return (
    <>
      <Panel id="texts" title={s('texts')}>
        <LocalizedText versions={versions} expected={['vi', 'lo', 'en']} />
        <LocalizedText versions={versions.filter((v) => v.lang === other)} expected={['vi', 'lo', 'en']} />
        <LocalizedText versions={versions} expected={['vi', 'lo', 'en']} as="beneath" />
        <LocalizedText versions={versions} expected={['vi', 'lo', 'en']} as="columns" />
        <LocalizedList items={[versions, versions.slice(0, 1)]} expected={['vi', 'lo', 'en']} />
        <div class="with-contents">
          <Contents items={rows.map((r) => ({ href: `#${r.id}`, label: r.texts[lang] ?? r.texts['vi'] ?? r.id, number: r.number ?? '', current: r.id === 'p4' }))} />
          <LanguageColumns margin={s('state')} rows={rows}
            columns={[{ lang: 'vi', provenance: 'authentic' }, { lang: lang === 'en' ? 'en' : 'lo', provenance: lang === 'en' ? 'translation' : 'machine', stale: lang === 'en' }]} />
        </div>
      </Panel>
      <Panel id="differences" title={s('differences')}>
        <Difference before={s('place-before')} after={s('place-after')} lang={lang} />
        <Difference before="ຝຶກອົບຮົມກຳມະການສີມືແຮງງານຢູ່ຮ່າໂນ້ຍ, 20 ຄົນ." after="ຝຶກອົບຮົມກຳມະການສີມືແຮງງານຢູ່ນິງບິ່ງ, 24 ຄົນ." lang="lo" />
        <Difference before={s('plan-2019')} after={s('plan-2019')} lang={lang} />
        <p><Change before="Hà Nội" after="Ninh Bình" /> · <Change after="24" /> · <Change before="20" /></p>
      </Panel>
      <Panel id="reading" title={s('reading-in')}><ReadingIn /></Panel>
    </>
  );
}

function ReadingIn(): VNode {
  const lang = useLang();
  const f = formSamples.t(lang);
  const text = 'Bệnh viện Chỉnh hình và Phục hồi chức năng Đà Nẵng cử bác sĩ sang Trung tâm 686 trong năm 2026.';
  const at = (part: string, label: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length, label });
  return (
    <Form id="read-in" action="/design" label={samples.t(lang)('reading-in')}>
      <PassageEditor id="read-in-1" number="5 c)" text={text} lang="vi"
        findings={[at('Bệnh viện Chỉnh hình và Phục hồi chức năng Đà Nẵng', f('found-office')), at('Trung tâm 686', f('found-office')), at('năm 2026', f('found-date'))]}
        actions={[{ label: f('merge'), name: 'merge', value: '1', kind: 'second' }, { label: f('split'), name: 'split', value: '1', kind: 'second' }, { label: f('drop'), name: 'drop', value: '1', kind: 'quiet' }]}>
        <TextField name="passages.0.number" label={f('reference')} value="5 c" width="short" />
        <SelectField name="passages.0.theme" label={f('themes')} value="t" options={[{ value: 't', label: samples.t(lang)('twinning') }]} />
        <YesNo name="passages.0.commitment" label={f('is-commitment')} value={true} />
      </PassageEditor>
      <PassageEditor id="read-in-2" number="–" text="Nơi nhận: như trên." lang="vi" dropped actions={[{ label: f('restore'), name: 'restore', value: '2', kind: 'quiet' }]} />
    </Form>
  );
}
