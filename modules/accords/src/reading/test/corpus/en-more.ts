import type { Sample } from './sample.ts';

/** Invented, English and Lao: what breaks readers. */
export const enMore: readonly Sample[] = [
  {
    name: 'old Macintosh line ends, tabs after the numbers',
    lang: 'en',
    text: 'The sides agreed:\r1.\tto exchange data;\r2.\tto train officials;\r3.\tto meet in 2032.',
    items: [['1', 'to exchange'], ['2', 'to train'], ['3', 'to meet']],
  },
  {
    name: 'quoted mail with marks, bold numbers',
    lang: 'en',
    text: '> **1.** The sides exchange data.\n> **2.** The sides train officials.\n> **3.** The sides report.',
    items: [['1', 'The sides exchange'], ['2', 'The sides train'], ['3', 'The sides report']],
  },
  {
    name: 'ARTICLE ONE in words',
    lang: 'en',
    text: `ARTICLE ONE
The parties cooperate on employment services.
ARTICLE TWO
The parties cooperate on skills.
ARTICLE THREE
This text is invented.`,
    items: [['1', 'The parties cooperate on emp'], ['2', 'The parties cooperate on skills'], ['3', 'This text']],
  },
  {
    name: 'minutes with an agenda, people present and decisions',
    lang: 'en',
    text: `MINUTES OF THE TECHNICAL MEETING (invented)
Present:
1. Mr. A, Director;
2. Ms. B, Deputy Director.

The meeting agreed:
1. The centres exchange vacancies weekly.
2. The centres meet twice a year.
3. The next meeting will be held in 2032.

The meeting ended at noon.
1. Annexed papers are kept by the host.`,
    items: [['1', 'The centres exchange'], ['2', 'The centres meet'], ['3', 'The next meeting']],
    ends: { 3: 'held in 2032.' },
    notes: ['left-out-people'],
  },
  {
    name: 'Annex A and Annex B after the articles',
    lang: 'en',
    text: `Article 1. The plan of work is in Annex A.
Article 2. The budget is in Annex B.

Annex A
1. Train 20 teachers.
2. Train 10 inspectors.

Annex B
1. USD 20,000 for teachers.
2. USD 10,000 for inspectors.`,
    items: [['0:1', 'The plan'], ['0:2', 'The budget'], ['1:1', 'Train 20'], ['1:2', 'Train 10'], ['2:1', 'USD 20,000'], ['2:2', 'USD 10,000']],
    ends: { '0:2': 'in Annex B.' },
  },
  {
    name: 'letters alone, i after h',
    lang: 'en',
    text: 'The parties will:\n(a) one thing;\n(b) two things;\n(c) three things;\n(d) four things;\n(e) five things;\n(f) six things;\n(g) seven things;\n(h) eight things;\n(i) nine things;\n(j) ten things.',
    items: [
      ['a', 'one thing'], ['b', 'two'], ['c', 'three'], ['d', 'four'], ['e', 'five'], ['f', 'six'], ['g', 'seven'], ['h', 'eight'], ['i', 'nine'], ['j', 'ten'],
    ],
  },
  {
    name: 'Roman small numerals under letters',
    lang: 'en',
    text: '(a) Training:\n(i) teachers;\n(ii) inspectors;\n(b) Equipment:\n(i) tools;\n(ii) books.',
    items: [['a', 'Training'], ['a.i', 'teachers'], ['a.ii', 'inspectors'], ['b', 'Equipment'], ['b.i', 'tools'], ['b.ii', 'books']],
  },
  {
    name: 'a numbered title, then prose only: no list of one',
    lang: 'en',
    text: '1. Introduction\nThe two sides met and agreed to strengthen cooperation on labour in the coming years.\nThey will report on progress.',
    items: [],
    notes: ['prose'],
  },
  {
    name: 'double-spaced lines of a mail program',
    lang: 'en',
    text: '1. The sides will exchange lists of accredited agencies.\n\n\n2. The sides will publish fees.\n\n\n\n3. The sides will act against illegal recruitment.\n\n\nBest regards\n\nA. Person',
    items: [['1', 'The sides will exchange'], ['2', 'The sides will publish'], ['3', 'The sides will act']],
    ends: { 3: 'illegal recruitment.' },
    closing: 'Best regards',
  },
  {
    name: 'Lao: bracketed Lao digits and a dash list below',
    lang: 'lo',
    text: 'ສອງຝ່າຍ ເຫັນດີ:\n໑) ຮ່ວມມືດ້ານແຮງງານ:\n- ແລກປ່ຽນຂໍ້ມູນ;\n- ຝຶກອົບຮົມ.\n໒) ຮ່ວມມືດ້ານສະຫວັດດີການ.\n໓) ຈັດກອງປະຊຸມປີ ໒໐໓໒.',
    items: [['1', 'ຮ່ວມມືດ້ານແຮງງານ'], ['1.a', 'ແລກປ່ຽນ'], ['1.b', 'ຝຶກ'], ['2', 'ຮ່ວມມືດ້ານສະຫວັດ'], ['3', 'ຈັດກອງປະຊຸມ']],
  },
  {
    name: 'Lao: hard-wrapped',
    lang: 'lo',
    text: `1. ສອງຝ່າຍ ສືບຕໍ່ຮ່ວມມືກັນໃນການຈັດຕັ້ງປະຕິບັດສັນຍາວ່າດ້ວຍ
ການຮ່ວມມືດ້ານແຮງງານ ແລະ ແລກປ່ຽນຂໍ້ມູນຂ່າວສານກ່ຽວກັບ
ແຮງງານຕ່າງປະເທດໃຫ້ທັນເວລາ.
2. ສອງຝ່າຍ ສົ່ງເສີມການຜູກສ່ຽວລະຫວ່າງບັນດາແຂວງທີ່ມີຊາຍແດນ
ຕິດຈອດກັນ ແລະ ບັນດາໂຮງຮຽນວິຊາຊີບຂອງສອງປະເທດ.
3. ສອງຝ່າຍ ຈະລາຍງານຜົນການຮ່ວມມືໃຫ້ລັດຖະບານສອງປະເທດ.`,
    items: [['1', 'ສອງຝ່າຍ ສືບຕໍ່'], ['2', 'ສອງຝ່າຍ ສົ່ງເສີມ'], ['3', 'ສອງຝ່າຍ ຈະລາຍງານ']],
    ends: { 1: 'ໃຫ້ທັນເວລາ.', 2: 'ຂອງສອງປະເທດ.' },
  },
  {
    name: 'numbers without any mark',
    lang: 'en',
    text: '1 The sides exchange data.\n2 The sides train officials.\n3 The sides meet yearly.\nIn 2031\n12 Officials were trained.',
    items: [['1', 'The sides exchange'], ['2', 'The sides train'], ['3', 'The sides meet']],
  },
  {
    name: 'an excerpt that begins with item 4',
    lang: 'en',
    text: '4. The sides exchange data.\n5. The sides train officials.\n6. The sides meet yearly.',
    items: [['4', 'The sides exchange'], ['5', 'The sides train'], ['6', 'The sides meet']],
  },
  {
    name: 'a plan whose items share their labels, no running header',
    lang: 'en',
    text: '1) Training\nTime: March 2031\nPlace: Hanoi\n2) Seminar\nTime: June 2031\nPlace: Hanoi\n3) Visit\nTime: June 2031\nPlace: Hanoi',
    items: [['1', 'Training'], ['2', 'Seminar'], ['3', 'Visit']],
    ends: { 1: 'Time: March 2031\nPlace: Hanoi', 2: 'Place: Hanoi', 3: 'Place: Hanoi' },
  },
  {
    name: 'the same decimals under two Roman parts',
    lang: 'en',
    text: 'I. LABOUR\n1. Data\n1.1. Exchange monthly.\n1.2. Publish yearly.\n2. Permits\nII. SKILLS\n1. Standards\n1.1. Compare.\n1.2. Recognise.\n2. Contests',
    items: [
      ['I', 'LABOUR'], ['I.1', 'Data'], ['I.1.1', 'Exchange'], ['I.1.2', 'Publish'], ['I.2', 'Permits'], ['II', 'SKILLS'], ['II.1', 'Standards'], ['II.1.1', 'Compare'], ['II.1.2', 'Recognise'], ['II.2', 'Contests'],
    ],
  },
  {
    name: 'a form feed at each page, the header in the middle of a sentence',
    lang: 'en',
    text: '1. The sides will exchange experts on occupational safety\n\fDraft of the invented minutes\nand health each year.\n2. The sides will meet.\n\fDraft of the invented minutes\n3. The sides will report.',
    items: [['1', 'The sides will exchange'], ['2', 'The sides will meet'], ['3', 'The sides will report']],
    ends: { 1: 'occupational safety and health each year.' },
    outside: ['Draft of'],
  },
  {
    name: 'Activity 1 to 3 with a colon',
    lang: 'en',
    text: 'Activity 1: Training of trainers in 2031.\nActivity 2: Study visit. As said under\nActivity 1: both sides choose trainees.\nActivity 3: Evaluation.',
    items: [['1', 'Training of'], ['2', 'Study visit'], ['3', 'Evaluation']],
    ends: { 2: 'choose trainees.' },
  },
];
