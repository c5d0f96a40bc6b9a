// ISO 8601 durations as lengths of time: what is one length however it is written, and how long it may be in seconds.

/** From a lower to an upper end, both included. */
export interface Range {
  low: number;
  high: number;
}

/** A duration in the two units that cannot be turned into each other exactly. */
export interface Duration {
  months: number;
  seconds: number;
}

const parts = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.,]+)S)?)?$/;

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const week = 7 * day;
const monthsInYear = 12;

/** Reads a duration that has the shape of one already. */
export function parseDuration(iso: string): Duration {
  const [, years, months, weeks, days, hours, minutes, seconds] = iso.split(parts).map(amount);
  return {
    months: total([years, monthsInYear], [months, 1]),
    seconds: total([weeks, week], [days, day], [hours, hour], [minutes, minute], [seconds, 1]),
  };
}

const amount = (text: string | undefined): number =>
  text === undefined ? 0 : Number(text.replace(',', '.'));

const total = (...terms: [amount: number | undefined, unit: number][]): number =>
  terms.reduce((sum, [amount, unit]) => sum + Number(amount) * unit, 0);

/** How long it is at the least and at the most: a year has 365 or 366 days, a month 28 to 31. */
export function secondsOf({ months, seconds }: Duration): Range {
  const years = Math.floor(months / monthsInYear);
  const rest = months % monthsInYear;
  return {
    low: seconds + (years * 365 + rest * 28) * day,
    high: seconds + (years * 366 + rest * 31) * day,
  };
}

/** A duration in the one way of writing that equal ones share: years and months, days and smaller units. */
export function writeDuration({ months, seconds }: Duration): string {
  const date = written(
    [Math.floor(months / monthsInYear), 'Y'],
    [months % monthsInYear, 'M'],
    [Math.floor(seconds / day), 'D'],
  );
  const rest = Math.round((seconds % day) * 1000) / 1000;
  const time = written(
    [Math.floor(rest / hour), 'H'],
    [Math.floor((rest % hour) / minute), 'M'],
    [rest % minute, 'S'],
  );
  if (date + time === '') return 'PT0S';
  return `P${date}${time === '' ? '' : `T${time}`}`;
}

const written = (...units: [amount: number, letter: string][]): string =>
  units.map(([amount, letter]) => (amount === 0 ? '' : `${amount}${letter}`)).join('');
