/** An exact number as text: "-1234.50". ASCII digits, no exponent, no plus, no leading zeros. */
export type Decimal = string;

const shape = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/;

/** Whether a value is a decimal string. "-0" and "-0.00" are not: zero has no sign. */
export function isDecimal(value: unknown): value is Decimal {
  return typeof value === 'string' && value.length <= 1_000 && shape.test(value) && !/^-[0.]+$/.test(value);
}

interface Scaled {
  readonly units: bigint;
  /** Digits after the point. */
  readonly scale: number;
}

function scaled(value: Decimal): Scaled {
  if (!isDecimal(value)) throw new TypeError(`not a decimal: ${JSON.stringify(value)}`);
  const point = value.indexOf('.');
  if (point < 0) return { units: BigInt(value), scale: 0 };
  return { units: BigInt(value.slice(0, point) + value.slice(point + 1)), scale: value.length - point - 1 };
}

function unscaled({ units, scale }: Scaled): Decimal {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = scale === 0 ? '' : digits.slice(-scale).replace(/0+$/, '');
  return (units < 0n ? '-' : '') + whole + (fraction === '' ? '' : `.${fraction}`);
}

function aligned(a: Decimal, b: Decimal): { left: bigint; right: bigint; scale: number } {
  const x = scaled(a);
  const y = scaled(b);
  const scale = Math.max(x.scale, y.scale);
  return { left: x.units * 10n ** BigInt(scale - x.scale), right: y.units * 10n ** BigInt(scale - y.scale), scale };
}

/** The shortest form of the same number: "1.50" becomes "1.5". Throws TypeError on anything but a decimal. */
export function canonicalDecimal(value: Decimal): Decimal {
  return unscaled(scaled(value));
}

/** a + b, exact, in canonical form. Throws TypeError on anything but decimals, like all that follow. */
export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const { left, right, scale } = aligned(a, b);
  return unscaled({ units: left + right, scale });
}

/** a - b, exact. */
export function subtractDecimals(a: Decimal, b: Decimal): Decimal {
  const { left, right, scale } = aligned(a, b);
  return unscaled({ units: left - right, scale });
}

/** a × b, exact. */
export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  const x = scaled(a);
  const y = scaled(b);
  return unscaled({ units: x.units * y.units, scale: x.scale + y.scale });
}

/** The sum of all, "0" for none. */
export function sumDecimals(values: Iterable<Decimal>): Decimal {
  let sum: Decimal = '0';
  for (const value of values) sum = addDecimals(sum, value);
  return sum;
}

/** -1, 0 or 1 by value: "1.0" equals "1". Fits `toSorted`. */
export function compareDecimals(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const { left, right } = aligned(a, b);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Rounded to `places` digits after the point (0 to 100), half away from zero: the commercial rule. */
export function roundDecimal(value: Decimal, places: number): Decimal {
  const { units, scale } = scaled(value);
  if (scale <= places) return unscaled({ units, scale });
  const cut = 10n ** BigInt(scale - places);
  const half = units < 0n ? -(cut / 2n) : cut / 2n;
  return unscaled({ units: (units + half) / cut, scale: places });
}

/** part / whole in percent, rounded to `places`; null when the whole is zero. For showing, not for settling. */
export function percentOf(part: Decimal, whole: Decimal, places = 1): Decimal | null {
  const { left, right } = aligned(part, whole);
  if (right === 0n) return null;
  const units = (left * 10n ** BigInt(places + 3)) / right;
  return roundDecimal(unscaled({ units, scale: places + 1 }), places);
}
