/** Days from 1970-01-01 to a date of the proleptic Gregorian calendar; counts in eras of 400 years, each of 146097 days. */
function daysFromEpoch(year: number, month: number, day: number): number {
  // the year begins in March, so that a leap day is its last
  const y = month > 2 ? year : year - 1;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

const RFC_3339 = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?Z$/;

/**
 * A timestamp of the API server (RFC 3339 in UTC, as `metadata.creationTimestamp`) in milliseconds since 1970, whole
 * seconds only; undefined for any other text. Written out because the domain knows no clock and so no `Date`.
 */
export function millisecondsOf(text: string | undefined): number | undefined {
  const parts = RFC_3339.exec(text ?? '')
    ?.slice(1)
    .map(Number);
  if (!parts) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  return ((daysFromEpoch(year, month, day) * 24 + hour) * 60 + minute) * 60_000 + second * 1000;
}
