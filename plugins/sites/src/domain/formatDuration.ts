/** A duration in the largest two units that matter, in the reader's locale. */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.max(0, milliseconds) / 1000;
  if (seconds < 10) return unit(Math.round(seconds * 10) / 10, 'second');
  if (seconds < 60) return unit(Math.round(seconds), 'second');
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) {
    const rest = Math.floor(seconds % 60);
    return rest
      ? `${unit(minutes, 'minute')} ${unit(rest, 'second')}`
      : unit(minutes, 'minute');
  }
  const hours = Math.floor(minutes / 60);
  return `${unit(hours, 'hour')} ${unit(minutes % 60, 'minute')}`;
}

function unit(value: number, name: 'second' | 'minute' | 'hour'): string {
  return new Intl.NumberFormat(undefined, {
    style: 'unit',
    unit: name,
    unitDisplay: 'short',
  }).format(value);
}
