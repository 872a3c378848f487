import { label } from '@entente/text';
import { code, codeList, link, text } from '../fields.ts';
import { defineKind } from '../kind.ts';

export const origins = codeList('translation-origin', {
  person: label('Người dịch', 'By a person', 'ແປໂດຍຄົນ'),
  machine: label('Máy dịch', 'By machine', 'ແປໂດຍເຄື່ອງ'),
});

/**
 * One field of one version of a record in one more language: its party's, without consent, stale when the version it
 * translates is no longer current (protocol.md, Languages). Shown beside the record it translates.
 */
export const translation = defineKind({
  name: 'translation',
  version: 1,
  regime: 'owned',
  audience: 'joint',
  label: { one: label('Bản dịch', 'Translation', 'ບົດແປ'), many: label('Bản dịch', 'Translations', 'ບົດແປ') },
  path: 'translations',
  fields: {
    record: link(['*'], { label: label('Hồ sơ', 'Record', 'ບັນທຶກ'), rel: 'translates' }),
    version: text({ label: label('Phiên bản được dịch', 'Version translated', 'ສະບັບທີ່ແປ'), pattern: /^[0-9a-f]{64}$/u }),
    field: text({ label: label('Trường', 'Field', 'ຊ່ອງຂໍ້ມູນ'), pattern: /^[A-Za-z][A-Za-z0-9]*(\.[A-Za-z0-9]+)*$/u, names: 'field' }),
    language: text({ label: label('Ngôn ngữ', 'Language', 'ພາສາ'), pattern: /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/u, names: 'language' }),
    text: text({ label: label('Bản dịch', 'Text', 'ຂໍ້ຄວາມ'), long: true }),
    origin: code(origins, { label: label('Nguồn dịch', 'Made by', 'ຜູ້ແປ'), indexed: true }),
  },
  title: (content) => ({ [content.language]: content.text }),
  may: { put: ['coordinator', 'focal-point'], retire: ['coordinator', 'focal-point'] },
  list: { columns: ['record', 'field', 'language', 'text', 'origin'], filters: ['origin'] },
});
