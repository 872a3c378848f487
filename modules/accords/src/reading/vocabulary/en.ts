import type { Vocabulary } from './vocabulary.ts';

export const en: Vocabulary = {
  itemWords: ['Article', 'Section', 'Clause', 'Item', 'Point', 'Paragraph', 'Art.', 'Activity', 'Task', 'Measure', 'Commitment'],
  annexWords: ['Annex', 'Appendix', 'Schedule', 'Attachment'],
  chapterWords: ['Chapter', 'Part', 'Title'],
  numberWords: [['one', 'first'], ['two', 'second'], ['three', 'third'], ['four'], ['five'], ['six'], ['seven'], ['eight'], ['nine'], ['ten'], ['eleven'], ['twelve']],
  ordinals: [['First', 'Firstly'], ['Second', 'Secondly'], ['Third', 'Thirdly'], ['Fourth', 'Fourthly'], ['Fifth', 'Fifthly'], ['Sixth', 'Sixthly'], ['Seventh', 'Seventhly'], ['Eighth', 'Eighthly'], ['Ninth', 'Ninthly'], ['Tenth', 'Tenthly']],
  awaitsNumber: ['article', 'articles', 'section', 'clause', 'paragraph', 'item', 'no.', 'number', 'annex', 'chapter', 'page', 'version', 'of', 'in'],
  dangling: ['and', 'or', 'of', 'the', 'a', 'an', 'to', 'with', 'in', 'at', 'by', 'for', 'from', 'between', 'under', 'on'],
  units: ['million', 'billion', 'thousand', 'percent', 'per cent', 'km', 'ha', 'usd', 'vnd', 'lak', 'people', 'persons', 'workers', 'trainees'],
  recitals: ['Recalling', 'Desiring', 'Pursuant', 'Considering', 'Recognizing', 'Recognising', 'Noting', 'Whereas', 'WHEREAS', 'Having', 'Mindful', 'Acknowledging', 'In accordance with', 'Reaffirming', 'Convinced', 'Wishing', 'On the basis of'],
  honorifics: ['Mr', 'Mrs', 'Ms', 'Dr', 'Prof', 'H.E', 'H. E', 'His Excellency', 'Her Excellency', 'Madam', 'Mme'],
  closings: [
    'done at', 'done in', 'signed at', 'signed in', 'signed on', 'in witness whereof', 'for and on behalf of', 'for the ministry', 'for the government', 'on behalf of', 'these minutes were', 'these minutes are',
    'these agreed minutes', 'this memorandum of understanding is done', 'this memorandum is done', 'the meeting closed', 'the meeting ended', 'the conference closed', 'the meeting was adjourned',
  ],
  pageWords: ['page', 'p.', 'pg.'],
  navigation: [
    'home', 'news', 'skip to main content', 'skip to content', 'skip ribbon commands', 'sign in', 'log in', 'login', 'menu', 'search', 'share', 'print', 'email', 'tweet', 'facebook', 'twitter', 'subscribe', 'back',
    'back to top', 'contact', 'contact us', 'about us', 'advertisement', 'close', 'read aloud', 'like',
  ],
  tails: [
    'related articles', 'related news', 'related posts', 'related stories', 'more news', 'more stories', 'you may also like', 'you might also like', 'recommended', 'recommended for you',
    'most read', 'most viewed', 'latest news', 'latest', 'leave a reply', 'leave a comment', 'trending', 'other news',
  ],
  softTails: ['related', 'read more', 'see also', 'comments', 'tags'],
  bylines: ['By', 'Posted', 'Published', 'Source', 'Photo', 'Updated', 'Author', 'Reporter', 'Image', 'Credit', 'Last updated'],
  rights: ['all rights reserved', 'copyright', 'disclaimer', '©', 'for educational purposes only'],
};
