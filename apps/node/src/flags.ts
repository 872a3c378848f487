/**
 * How the runtime is told to stay small: the heap grows by little at a time, and its nursery not at all. Under load a node
 * then keeps some 160 MiB beside a database server instead of 400, at three quarters of the speed; `--optimize-for-size` keeps
 * as little at half of it (bench `memory`, `list`).
 */
export const MEMORY_FLAGS: readonly string[] = ['--heap-growing-percent=30', '--max-semi-space-size=4'];
