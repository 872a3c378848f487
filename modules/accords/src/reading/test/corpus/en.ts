import type { Sample } from './sample.ts';

/** Invented, English. */
export const en: readonly Sample[] = [
  {
    name: 'MoU with Article on a line of its own, (a)(b), Done at',
    lang: 'en',
    text: `MEMORANDUM OF UNDERSTANDING
between Ministry A and Ministry B (invented)

The Parties,
(a) Recalling their long friendship;
(b) Desiring to widen their cooperation;
Have agreed as follows:

Article 1
Objectives
The Parties shall cooperate in vocational training.

Article 2
Forms of cooperation
The Parties shall:
(a) exchange experts and teaching material;
(b) hold joint seminars, each year in the other country;
(c) train teachers.

Article 3
Funding
Each Party bears its own costs, subject to
Article 4 of the 2013 Agreement.

Article 4
Final provisions
This Memorandum enters into force on the date of signature.
It remains in force for three years.
It may be amended by mutual consent.

Done at Vientiane on 5 June 2031 in two originals in English.

For Ministry A                      For Ministry B`,
    items: [
      ['1', 'Objectives'], ['2', 'Forms of cooperation'], ['2.a', 'exchange experts'], ['2.b', 'hold joint seminars'], ['2.c', 'train teachers'], ['3', 'Funding'], ['4', 'Final provisions'],
    ],
    ends: { 1: 'vocational training.', '2.c': 'train teachers.', 3: '2013 Agreement.', 4: 'by mutual consent.' },
    closing: 'Done at Vientiane',
    outside: ['Recalling their long'],
  },
  {
    name: 'ARTICLE in Roman numerals with titles behind a dash',
    lang: 'en',
    text: `AGREED MINUTES (invented)
ARTICLE I - SCOPE
1. The sides will exchange labour market data.
2. The sides will name one focal point each.
ARTICLE II - TRAINING
1. Ministry A will train 25 officials in 2031.
2. Ministry B will host two seminars.`,
    items: [
      ['I', 'SCOPE'], ['I.1', 'The sides will exchange'], ['I.2', 'The sides will name'], ['II', 'TRAINING'], ['II.1', 'Ministry A will train'], ['II.2', 'Ministry B will host'],
    ],
  },
  {
    name: 'Word bullets with a private-use glyph, tabs and a second level',
    lang: 'en',
    text: 'The two sides agreed to the following points:\n\uF0B7\tto exchange information on migrant workers every quarter;\n\uF0B7\tto support training centres:\no\tin the border provinces first,\no\twith equipment where funds allow;\n\uF0B7\tto meet again in 2032.',
    items: [['1', 'to exchange'], ['2', 'to support'], ['2.a', 'in the border'], ['2.b', 'with equipment'], ['3', 'to meet again']],
  },
  {
    name: 'footnotes between items and at the end',
    lang: 'en',
    text: `1. The Parties will implement the Agreement.[1]
2. The Parties will publish skills standards.
[1] Agreement of 2013, see annex.
3. The Parties will train inspectors.²
² Inspectors of both ministries,
of all grades.`,
    items: [['1', 'The Parties will implement'], ['2', 'The Parties will publish'], ['3', 'The Parties will train']],
    ends: { 2: 'skills standards.', 3: 'inspectors.²' },
    outside: ['see annex', 'of all grades'],
  },
  {
    name: 'chapters with articles running on; "Article 3" in running text',
    lang: 'en',
    text: `Chapter I General
Article 1. Terms in this agreement have their usual meaning.
Article 2. The parties act in good faith. As laid down in
Article 1 of this agreement, words are read in context.
Chapter II Cooperation
Article 3. The parties exchange experts.
Article 4. The parties review progress yearly.`,
    items: [['1', 'Terms in'], ['2', 'The parties act'], ['3', 'The parties exchange'], ['4', 'The parties review']],
    ends: { 2: 'read in context.' },
  },
  {
    name: 'parenthesised numbers, items over several paragraphs',
    lang: 'en',
    text: `(1) The sides agreed on a work plan.

The plan covers 2031 to 2033.

(2) The sides agreed on a budget.

It is reviewed each year.

(3) The sides agreed to meet yearly.

Hosting alternates.

The meeting closed at 5 p.m. in a friendly atmosphere.`,
    items: [['1', 'The sides agreed on a work plan.'], ['2', 'The sides agreed on a budget.'], ['3', 'The sides agreed to meet']],
    ends: { 1: 'covers 2031 to 2033.', 3: 'Hosting alternates.' },
    closing: 'The meeting closed',
  },
  {
    name: 'wrapped line that begins like the next item',
    lang: 'en',
    text: `1. The sides will carry out the measures of the joint plan, in particular paragraph
2. of its annex, before the end of the year.
2. The sides will report twice a year.
3. The sides will publish the report.`,
    items: [['1', 'The sides will carry out'], ['2', 'The sides will report'], ['3', 'The sides will publish']],
    ends: { 1: 'end of the year.' },
  },
  {
    name: 'a table of contents before the articles',
    lang: 'en',
    text: `1. Scope ........................ 2
2. Training ..................... 3
3. Funding ...................... 5

1. The scope of this invented plan is labour and skills.
2. Training of teachers goes on for three years.
3. Funding comes from both sides.`,
    items: [['1', 'The scope'], ['2', 'Training of teachers'], ['3', 'Funding comes']],
  },
  {
    name: 'Section and three levels of decimals',
    lang: 'en',
    text: `Section 1. Cooperation
1.1 The parties cooperate on skills.
1.1.1 Standards are compared.
1.1.2 Results are recorded.
1.2 The parties cooperate on jobs.
Section 2. Costs
2.1 Each party bears its costs.
2.2 Shared costs are agreed first.`,
    items: [
      ['1', 'Cooperation'], ['1.1', 'The parties cooperate on skills'], ['1.1.1', 'Standards'], ['1.1.2', 'Results'], ['1.2', 'The parties cooperate on jobs'], ['2', 'Costs'], ['2.1', 'Each party'], ['2.2', 'Shared costs'],
    ],
  },
  {
    name: 'the same list twice: a new list begins, the first stays whole',
    lang: 'en',
    text: `Ministry A undertakes the following:
1. to train teachers of vocational schools;
2. to send equipment.

Ministry B undertakes the following:
1. to provide classrooms;
2. to select trainees;
3. to report on results.`,
    items: [['0:1', 'to train'], ['0:2', 'to send'], ['1:1', 'to provide'], ['1:2', 'to select'], ['1:3', 'to report']],
    ends: { '0:2': 'to send equipment.' },
  },
  {
    name: 'inline (i) (ii) stay one item; e.g., a.m. and U.S. open nothing',
    lang: 'en',
    text: `1. The parties will (i) exchange experts; (ii) share curricula; and (iii) hold seminars.
2. The office opens at 8
a.m. and serves workers, e.g. from the
U.S. and elsewhere.`,
    items: [['1', 'The parties will (i)'], ['2', 'The office opens']],
    ends: { 2: 'and elsewhere.' },
  },
  {
    name: 'no list at all: phone numbers, times and amounts at line starts',
    lang: 'en',
    text: `Contact
84 24 3826 9532
8:30 - 17:00
1. July 2031
2.5 million USD were spent.
24/24 service
12 - 14 people`,
    items: [],
  },
];
