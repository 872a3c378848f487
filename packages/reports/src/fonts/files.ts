import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const own = (name: string): string => fileURLToPath(new URL(`../../fonts/${name}.ttf`, import.meta.url));

/**
 * The fonts drawn with, and no others: the machine's own are never asked. Noto Serif Lao is not in the registry as TTF and
 * so lies in this package, under the Open Font License. Bold is a face of its own: nothing is thickened or slanted by machine.
 */
export const fontFiles: readonly string[] = [
  require.resolve('@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf'),
  require.resolve('@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf'),
  require.resolve('@expo-google-fonts/source-serif-4/700Bold/SourceSerif4_700Bold.ttf'),
  require.resolve('@expo-google-fonts/source-serif-4/700Bold_Italic/SourceSerif4_700Bold_Italic.ttf'),
  require.resolve('@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf'),
  require.resolve('@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf'),
  own('NotoSerifLao-Regular'),
  own('NotoSerifLao-Bold'),
  require.resolve('@expo-google-fonts/noto-sans-lao/400Regular/NotoSansLao_400Regular.ttf'),
  require.resolve('@expo-google-fonts/noto-sans-lao/600SemiBold/NotoSansLao_600SemiBold.ttf'),
];

export const laoSerif = { regular: own('NotoSerifLao-Regular'), bold: own('NotoSerifLao-Bold') };

export const latinSerif = 'Source Serif 4';
export const latinSans = 'Be Vietnam Pro';
