/** How a text was spoilt: typed in fonts of an old Vietnamese encoding, or decoded by the wrong one. */
export type Garble = 'tcvn3' | 'vni' | 'mojibake' | 'damaged';

// TCVN3 (.VnTime and the like) puts Vietnamese letters where Latin-1 has signs: "ViÖt", "®ång", "hîp t¸c".
const TCVN3 = /[a-zA-Z][\u00A8\u00A9\u00AA\u00AB\u00AC\u00AD\u00B5-\u00B9\u00BB-\u00BE\u00D7\u00F7]|[\u00AE\u00A7\u00A9\u00AB\u00AC][a-z\u00C0-\u00FF]|[a-z]\u00D6[a-z]/g;
// VNI writes the vowel, then its accent as another letter: "Coäng hoøa", "lao ñoäng".
const VNI = /[aeiouyAEIOUYôö][\u00F8\u00FB\u00EF\u00E4\u00E5\u00F9\u00F5\u00E2\u00D8\u00DB\u00CF\u00C4\u00C5\u00D9\u00D5]|(?<![a-z\u00C0-\u00FF])[\u00F1\u00D1][aeiouyö\u00F9]|\u00F6[a-z\u00F4]/g;
// UTF-8 read as Windows-1252: "Viá»‡t", "Ä‘", "àº¥".
const MOJIBAKE = /\u00E1[\u00BA\u00BB][\u0080-\u00BF\u0152-\u2122]|\u00C3[\u0080-\u00BF]|\u00C4[\u0080-\u0091\u2018\u2019\u0192]|\u00C6[\u00A0-\u00B0]|\u00E0\u00BA[\u0080-\u00BF\u0152-\u2122]|\u00E2\u20AC/g;

/** Share of words (of about six letters) that must look spoilt; of Vietnamese in an old font it is most of them. */
const SHARE = 0.06;
const SHARE_OF_FONTS = 0.2;

/** What spoilt the text, or undefined when it reads well. */
export function garbled(text: string): Garble | undefined {
  const words = Math.max(4, text.length / 6);
  const share = (shape: RegExp) => (text.match(shape)?.length ?? 0) / words;
  if (share(/\uFFFD/g) > 0.02) return 'damaged';
  if (share(MOJIBAKE) > SHARE) return 'mojibake';
  const tcvn3 = share(TCVN3);
  const vni = share(VNI);
  if (Math.max(tcvn3, vni) < SHARE_OF_FONTS) return undefined;
  return tcvn3 >= vni ? 'tcvn3' : 'vni';
}

const VIETNAMESE = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/giu;

/** The encoding of bytes that are no UTF-8: the one in which they read as Vietnamese, if any. */
export function encodingOf(bytes: Uint8Array): 'windows-1258' | 'tcvn3' | 'vni' | 'unknown' {
  const sample = bytes.subarray(0, 60_000);
  const spoilt = garbled(new TextDecoder('windows-1252').decode(sample));
  const asVietnamese = new TextDecoder('windows-1258').decode(sample).normalize('NFC');
  const letters = asVietnamese.match(/\p{L}/gu)?.length ?? 0;
  const vietnamese = (asVietnamese.match(VIETNAMESE)?.length ?? 0) / Math.max(1, letters);
  // Half the letters of Vietnamese are plain ones; other scripts in one byte have none.
  const plain = (asVietnamese.match(/[a-z]/gi)?.length ?? 0) / Math.max(1, letters);
  if (plain < 0.3) return 'unknown';
  if (vietnamese > 0.1 && !garbled(asVietnamese)) return 'windows-1258';
  return spoilt === 'tcvn3' || spoilt === 'vni' ? spoilt : vietnamese > 0.06 ? 'windows-1258' : 'unknown';
}
