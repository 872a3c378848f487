/** People counted in progress, as one side counted them. Pure. */
export interface Counted { readonly women?: number | undefined; readonly men?: number | undefined; readonly total: number }
export interface People { readonly women: number; readonly men: number; /** Counted, but not by sex. */ readonly unsexed: number; readonly total: number }

export function peopleOf(counts: readonly Counted[]): People {
  return counts.reduce<People>((sum, { women, men, total }) => ({
    women: sum.women + (women ?? 0), men: sum.men + (men ?? 0), unsexed: sum.unsexed + (women === undefined || men === undefined ? total : 0), total: sum.total + total,
  }), { women: 0, men: 0, unsexed: 0, total: 0 });
}
