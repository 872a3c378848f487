export { label } from '@entente/text';
