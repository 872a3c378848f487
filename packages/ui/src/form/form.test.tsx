import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import {
  Buttons, ChoiceField, DateField, FieldSet, FileField, Form, LinkButton, LocalizedField, LongTextField, MoneyField, MultiSelect, Reading, ReferencePicker, Repeat, SelectField, TextField, YesNo, fieldId,
  type FieldProblem,
} from '../index.ts';

const draw = (piece: VNode, problems: FieldProblem[] = []): string =>
  renderToString(<Reading lang="en"><Form id="f" action="/save" problems={problems}>{piece}</Form></Reading>);

describe('a form', () => {
  it('shows all problems on top, each linking to its field, and again beside the field', () => {
    const html = draw(<DateField name="signed" label="Signed on" value="31/2/2013" />, [
      { path: ['signed'], text: 'February 2013 has no day 31.' }, { path: [], text: 'The record has a newer version.' },
    ]);
    expect(html).toContain('<a href="#f-signed">February 2013 has no day 31.</a>');
    expect(html).toContain('<li>The record has a newer version.</li>');
    expect(html).toContain('There are 2 problems');
    expect(html).toContain('aria-describedby="f-signed--hint f-signed--problem" aria-invalid="true"');
    expect(html).toContain('value="31/2/2013"');
  });

  it('counts one problem in the singular', () => {
    expect(draw(<TextField name="a" label="A" />, [{ path: 'a', text: 'Say something.' }])).toContain('There is 1 problem<');
  });

  it('names a field by its path, and finds the problem of a member', () => {
    expect(fieldId('f', ['signatories', 0, 'name'])).toBe('f-signatories.0.name');
    const html = draw(<MoneyField name="budget" label="Budget" currencies={['LAK']} />, [{ path: ['budget'], text: 'Give an amount.' }]);
    expect(html).toContain('id="f-budget"');
    expect(html).toContain('id="f-budget.amount"');
    expect(html).toContain('<p class="field-problem" id="f-budget.amount--problem">Give an amount.</p>');
  });

  it('escapes what was typed', () => {
    const html = draw(<><TextField name="a" label="A" value={'"><script>x</script>'} /><LongTextField name="b" label="B" value="</textarea><b>" /></>);
    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;/textarea>');
    expect(html).toContain('value="&quot;>&lt;script>');
  });

  it('carries hidden inputs, the draft key with its words, and files when asked', () => {
    const html = renderToString(<Reading lang="vi"><Form id="g" action="/x" files draft="me:1" hidden={{ _csrf: 'c', _key: 'k' }} submit={[{ label: 'Lưu', name: 'do', value: 'save' }]} /></Reading>);
    expect(html).toContain('enctype="multipart/form-data"');
    expect(html).toContain('<input type="hidden" name="_csrf" value="c"/>');
    expect(html).toContain('data-draft="me:1" data-offline="Mất kết nối.');
    expect(html).toContain('type="submit" name="do" value="save"');
  });
});

describe('fields', () => {
  it('a localized text has one control a language, with its lang, and says where it comes from', () => {
    const html = draw(<LocalizedField name="title" label="Title" languages={['vi', 'lo']} provenances={['authentic', 'machine']}
      value={{ lo: { text: 'ຊື່', provenance: 'machine', stale: true } }} />);
    expect(html).toContain('<label for="f-title.vi"><span lang="vi">Tiếng Việt</span></label>');
    expect(html).toMatch(/name="title\.lo"[^>]*lang="lo"[^>]*value="ຊື່"/u);
    expect(html).toContain('name="title.lo:from" aria-label="Where the Lao text comes from"');
    expect(html).toContain('<option value="machine" selected>');
    expect(html).toContain('The source has changed since this was translated');
  });

  it('a choice, a yes or no, a list: the chosen ones are checked and nothing else', () => {
    const options = [{ value: 'a', label: 'A' }, { value: 'b', label: 'B', group: 'G' }];
    expect(draw(<ChoiceField name="c" label="C" options={options} value="b" />).match(/ checked/gu)).toHaveLength(1);
    expect(draw(<YesNo name="y" label="Y" />)).not.toContain(' checked');
    expect(draw(<YesNo name="y" label="Y" value={false} />)).toMatch(/value="no" checked/u);
    expect(draw(<MultiSelect name="m" label="M" options={options} values={['a', 'b']} />).match(/ checked/gu)).toHaveLength(2);
    expect(draw(<SelectField name="s" label="S" options={options} value="b" />)).toContain('<optgroup label="G"><option value="b" selected>B</option></optgroup>');
  });

  it('a picker works without scripts: what is chosen, a search that submits the form, what was found', () => {
    const html = draw(<ReferencePicker name="office" label="Office" source="/find" query="quang tri" value={{ value: '1', label: 'One' }}
      results={[{ value: '1', label: 'One' }, { value: '2', label: 'ສອງ', lang: 'lo' }]} />);
    expect(html).toMatch(/type="radio" name="office" value="1" checked/u);
    expect(html).toContain('type="submit" name="_find" value="office"');
    expect(html).toMatch(/<label lang="lo"><input type="radio" name="office" value="2"\/>/u);
    expect(html).toContain('1 found');
  });

  it('a list of entries is added to and taken from by plain buttons', () => {
    const html = draw(<Repeat name="signatories" label="Signatories" entry="signatory" entries={[<TextField key="0" name="signatories.0.name" label="Name" />]} />);
    expect(html).toContain('name="_add" value="signatories"');
    expect(html).toContain('name="_remove" value="signatories.0"');
  });

  it('files that are there stay unless unticked', () => {
    expect(draw(<FileField name="f" label="F" kept={[{ value: 'abc', name: 'a.pdf' }]} />)).toMatch(/type="checkbox" name="f\.kept" value="abc" checked/u);
  });

  it('a button that is not allowed stays visible, cannot be pressed, and says why', () => {
    const html = draw(<Buttons buttons={[{ label: 'Agree', reason: 'they must answer first.' }]} />);
    expect(html).toContain('<button class="btn main" type="button" disabled>Agree</button>');
    expect(html).toContain('Not possible now: they must answer first.');
  });
});

it('while nothing is signed, a sentence stands in place of the buttons that would; a draft is still kept, also by Enter', () => {
  const html = renderToString(
    <Reading lang="en" closed="Not possible now.">
      <Form id="f" action="/x" submit={[{ label: 'Agree', reason: 'no' }, { label: 'Save', name: '_do', value: 'put' }, { label: 'Save draft', name: '_draft', value: 'yes', signs: false }]}><TextField name="a" label="A" /></Form>
      <Form id="g" action="/x" method="get" submit={[{ label: 'Show' }]} />
      <LinkButton href="/retire" signs>Retire</LinkButton>
    </Reading>,
  );
  expect([...html.matchAll(/<(?:button|a)\s[^>]*>([^<]*)/gu)].map(([, label]) => label)).toEqual(['Save draft', 'Save draft', 'Show', 'Show']);
  expect(html.match(/<p class="closed">Not possible now\.<\/p>/gu)).toHaveLength(1);
});

it('Enter sends the form: its first button is the one that sends it', () => {
  const html = renderToString(<Reading lang="en"><Form id="f" action="/x" submit={[{ label: 'Agree', reason: 'no' }, { label: 'Save', name: '_do', value: 'save' }]}>
    <ReferencePicker name="office" label="Office" /></Form></Reading>);
  expect(html.slice(html.indexOf('<button'), html.indexOf('</button>'))).toMatch(/aria-hidden="true" name="_do" value="save">Save$/u);
});

it('a list of entries is put in order by plain buttons, says a problem of one of them in it, and the reader goes on where they were', () => {
  const entries = [0, 1].map((i) => <TextField key={i} name={`s.${i}.name`} label="Name" />);
  const html = renderToString(<Reading lang="en"><Form id="f" action="/x" focus="s.1" problems={[{ path: ['s', 0], text: 'Who signed?' }]}><Repeat name="s" label="S" entry="signatory" entries={entries} /></Form></Reading>);
  expect(html).toContain('<a href="#f-s.0">Who signed?</a>');
  expect(html).toContain('<fieldset id="f-s.0" tabindex="-1" aria-describedby="f-s.0--problem">');
  expect(html).toContain('<fieldset id="f-s.1" tabindex="-1" autofocus>');
  expect([...html.matchAll(/name="(_up|_down)" value="([^"]+)"/gu)].map(([, name, row]) => `${name} ${row}`)).toEqual(['_down s.0', '_up s.1']);
  expect(html).toContain('aria-label="Up: signatory 2"');
});

it('an amount says which of its two parts is wrong, a date what it was understood as', () => {
  const html = draw(<><MoneyField name="m" label="M" currencies={['LAK']} /><DateField name="d" label="D" value="1/7/2013" echo="1 July 2013" /></>, [{ path: ['m', 'currency'], text: 'Another currency.' }]);
  expect(html).toContain('<select id="f-m.currency" name="m.currency" aria-label="Currency" class="w-short" aria-describedby="f-m.currency--problem" aria-invalid="true">');
  expect(html).toContain('data-echo="true">1 July 2013</output>');
});

it('a group of fields says a problem of the whole under its heading', () => {
  const html = draw(<FieldSet legend="Validity" name="validity"><TextField name="validity.from" label="From" /></FieldSet>, [{ path: ['validity'], text: 'It ends before it begins.' }]);
  expect(html).toContain('<a href="#f-validity">It ends before it begins.</a>');
  expect(html).toContain('<p class="field-problem" id="f-validity--problem">It ends before it begins.</p>');
});
