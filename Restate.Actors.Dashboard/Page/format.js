const count = new Intl.NumberFormat('en');
const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
const dayAndClock = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

export function number(value) {
  return count.format(value);
}

/** Milliseconds as a short text. */
export function duration(milliseconds) {
  const ms = Math.max(0, milliseconds);
  if (ms === 0) return '0 ms';
  if (ms < 1) return `${Math.round(ms * 1000)} µs`;
  if (ms < 10) return `${ms.toFixed(1)} ms`;
  if (ms < 1000) return `${Math.round(ms)} ms`;
  const seconds = ms / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.floor(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${Math.floor(seconds % 60)} s`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ${minutes % 60} min` : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

export function seconds(value) {
  return value === undefined ? '–' : duration(value * 1000);
}

/** The time between two points. */
export function between(from, to) {
  return duration(new Date(to) - new Date(from));
}

/** How long until a point, or that it is over. */
export function until(time, now) {
  const left = new Date(time) - new Date(now);
  return left > 0 ? `in ${duration(left)}` : 'now';
}

export function time(value) {
  const date = new Date(value);
  return (date.toDateString() === new Date().toDateString() ? clock : dayAndClock).format(date);
}
