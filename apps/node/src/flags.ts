/**
 * How the runtime is told to stay small: under load a node keeps 150 MiB instead of 400 beside a database server, and answers
 * two thirds as many requests (bench `memory`, `list`).
 */
export const MEMORY_FLAGS: readonly string[] = ['--optimize-for-size', '--max-semi-space-size=4'];
