import type { VNode } from 'preact';
import {
  CheckField, ChoiceField, DateField, DraftNotice, FieldSet, FileField, Form, LocalizedField, LongTextField, MoneyField, MultiSelect,
  NumberField, Panel, PeriodField, ReferencePicker, Repeat, SelectField, Steps, TextField, YesNo, useLang, type Option,
} from '../index.ts';
import { formSamples } from './form-samples.ts';
import { samples } from './samples.ts';

/** Every field, empty of problems, then with every problem at once. */
export function FormsSection(): VNode {
  const lang = useLang();
  const s = samples.t(lang);
  const f = formSamples.t(lang);
  return (
    <>
      <Panel id="forms" title={s('forms')}>
        <Steps current={1} steps={[{ label: f('step-1'), href: '#forms' }, { label: f('step-2') }, { label: f('step-3') }, { label: f('step-4') }]} />
        <DraftNotice when={f('hours-ago')} outdated discard={{ action: '/design' }} />
        <Form id="good" action="/design" label={f('activity')} files draft="design:good" hidden={{ _key: 'sample' }}
          submit={[{ label: f('save') }, { label: f('save-draft'), name: '_draft', value: '1', kind: 'second', unchecked: true }, { label: f('delete'), name: '_delete', value: '1', kind: 'danger', unchecked: true }, { label: s('agree'), kind: 'second', reason: s('refusal') }]}>
          <LocalizedField name="title" label={f('title')} hint={f('title-hint')} languages={['vi', 'lo', 'en']} provenances={['authentic', 'translation', 'machine']}
            value={{ vi: { text: 'Tập huấn giám khảo kỹ năng nghề ASEAN', provenance: 'authentic' }, lo: { text: 'ຝຶກອົບຮົມກຳມະການສີມືແຮງງານອາຊຽນ', provenance: 'machine', stale: true } }} />
          <TextField name="reference" label={f('reference')} value="12-2026/VN-LA" width="medium" readOnly />
          <LongTextField name="narrative" label={f('narrative')} optional rows={3} />
          <FieldSet legend={f('who')}><Offices /></FieldSet>
          <Figures />
          <MultiSelect name="themes" label={f('themes')} values={['1', '3']} options={themes(s)} />
          <YesNo name="online" label={f('online')} />
          <Attachments />
          <CheckField name="confirm" label={f('confirm')} />
        </Form>
      </Panel>
      <Panel id="form-wrong" title={s('form-wrong')}><div class="exhibit"><Wrong /></div></Panel>
    </>
  );
}

function Figures(): VNode {
  const lang = useLang();
  const f = formSamples.t(lang);
  return (
    <>
      <DateField name="start" label={f('start')} value="15/9/2026" />
      <PeriodField name="period" label={f('period')} value={{ from: '2026', to: '12/2027' }} />
      <NumberField name="participants" label={f('participants')} value="24" unit={f('people')} />
      <MoneyField name="budget" label={f('budget')} currencies={['VND', 'LAK', 'USD']} value={{ amount: lang === 'en' ? '640,000,000' : '640.000.000', currency: 'VND' }} />
      <SelectField name="type" label={f('type')} value="training" options={[{ value: 'training', label: f('training') }, { value: 'language', label: f('language') }, { value: 'grant', label: f('grant') }]} />
      <ChoiceField name="funder" label={f('funder')} value="oda" options={[{ value: 'oda', label: f('oda'), hint: f('oda-hint') }, { value: 'enterprise', label: f('enterprise') }]} />
    </>
  );
}

function Attachments(): VNode {
  const f = formSamples.t(useLang());
  return (
    <>
      <FileField name="evidence" label={f('evidence')} optional multiple limit="200 MB" kept={[{ value: 'abc', name: f('minutes'), note: '1,2 MB', href: '#forms' }]} />
      <Repeat name="signatories" label={f('signatories')} entry={f('signatory')} entries={[
        <TextField key="0" name="signatories.0.name" label={f('full-name')} value="Đào Ngọc Dung" />,
        <TextField key="1" name="signatories.1.name" label={f('full-name')} value="Baykham Khattiya" />,
      ]} />
    </>
  );
}

type Say = ReturnType<typeof samples.t>;
const themes = (s: Say): Option[] =>
  (['mobility', 'vocational', 'policy', 'twinning', 'remains', 'equipment', 'courses', 'trained', 'value'] as const).map((key, i) => ({ value: String(i), label: s(key) }));

function Offices(): VNode {
  const f = formSamples.t(useLang());
  return (
    <>
      <ReferencePicker name="office" label={f('office')} source="/design/offices" value={{ value: 'a', label: f('office-a'), hint: f('office-note') }} />
      <ReferencePicker name="offices" label={f('offices')} multiple optional query="Sa-vẳn" results={[{ value: 'b', label: f('office-b') }, { value: 'c', label: 'ພະແນກແຮງງານ ແຂວງສະຫວັນນະເຂດ', lang: 'lo' }]} />
    </>
  );
}

function Wrong(): VNode {
  const lang = useLang();
  const f = formSamples.t(lang);
  return (
    <Form id="wrong" action="/design" label={samples.t(lang)('form-wrong')} submit={[{ label: f('save') }]} problems={[
      { path: [], text: f('whole') }, { path: ['title'], text: f('no-title') }, { path: ['start'], text: f('bad-date') },
      { path: 'budget.amount', text: f('bad-money') }, { path: 'office', text: f('no-office') },
    ]}>
      <LocalizedField name="title" label={f('title')} languages={['vi', 'lo', 'en']} />
      <DateField name="start" label={f('start')} value="31/2/2026" />
      <MoneyField name="budget" label={f('budget')} currencies={['VND', 'LAK', 'USD']} value={{ amount: '1.000,5,0', currency: 'LAK' }} />
      <ReferencePicker name="office" label={f('office')} source="/design/offices" query="xyz" results={[]} />
    </Form>
  );
}
