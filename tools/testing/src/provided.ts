/** Where this run keeps what its suites share, and the process whose end ends it. */
export interface TestRun { readonly folder: string; readonly owner: number }

declare module 'vitest' {
  interface ProvidedContext {
    ententeRun: TestRun;
  }
}
