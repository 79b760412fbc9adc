// How figures are written. What isn't known is a dash.

const WHOLE = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const TENTHS = new Intl.NumberFormat("en", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

export const NONE = "–";

const known = value => value !== null && value !== undefined && Number.isFinite(value);

export const whole = value => known(value) ? WHOLE.format(value) : NONE;
export const percent = value => known(value) ? `${TENTHS.format(value * 100)} %` : NONE;
export const seconds = value => known(value) ? `${TENTHS.format(value)} s` : NONE;
export const rupiah = value => known(value) ? `${WHOLE.format(value)} IDR` : NONE;
export const tenths = value => known(value) ? TENTHS.format(value) : NONE;

export const interval = (low, high) => known(low) && known(high)
  ? `${TENTHS.format(low * 100)} to ${TENTHS.format(high * 100)} %` : NONE;

export function length(value) {
  if (!known(value)) return NONE;
  if (value < 120) return `${WHOLE.format(value)} s`;
  if (value < 7200) return `${WHOLE.format(value / 60)} min`;
  return `${TENTHS.format(value / 3600)} h`;
}

/** The time of day here, with the date where it isn't today's. */
export function moment(text) {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) return NONE;
  const time = at.toLocaleTimeString("en-GB");
  return at.toDateString() === new Date().toDateString() ? time : `${at.toISOString().slice(0, 10)} ${time}`;
}

export const country = row => row.flag ? `${row.flag} ${row.country_name}` : row.country_name;
