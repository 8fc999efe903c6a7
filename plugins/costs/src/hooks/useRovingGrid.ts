import { useState, type KeyboardEvent } from 'react';

const STEPS: Record<string, [rows: number, columns: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * Makes a grid of many links one stop of the tab key: arrow keys move in it.
 * Spread `cell` over each link and `grid` over what holds them.
 */
export function useRovingGrid() {
  const [at, setAt] = useState<[row: number, column: number]>([0, 0]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = STEPS[event.key];
    if (!step) return;
    const row = at[0] + step[0];
    const column = at[1] + step[1];
    const next = event.currentTarget.querySelector<HTMLElement>(
      `[data-cell="${row}:${column}"]`,
    );
    if (!next) return;
    event.preventDefault();
    setAt([row, column]);
    next.focus();
  };
  return {
    grid: { onKeyDown },
    cell: (row: number, column: number) => ({
      'data-cell': `${row}:${column}`,
      tabIndex: row === at[0] && column === at[1] ? 0 : -1,
      onFocus: () => setAt([row, column]),
    }),
  };
}
