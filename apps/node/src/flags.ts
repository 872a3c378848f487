/**
 * How the runtime is told to stay small: the heap grows by little at a time, its nursery hardly at all. Under load a node
 * then keeps some 180 MiB beside a database server instead of 400, at three quarters of the speed. `--optimize-for-size` keeps
 * 165 at half of it; a compile cache takes 15 more and makes a start 0.15 s shorter (bench `memory`, `list`, `start`).
 */
export const MEMORY_FLAGS: readonly string[] = ['--heap-growing-percent=30', '--max-semi-space-size=4'];
