export * from './module.ts';
export { Form, type Upload } from './forms/form.ts';
