/* eslint-disable @backstage/no-deprecated-bui-tokens --
   stock plugins and parts of @backstage/ui still read the deprecated ones */
import type { Colors } from './colors';

/** The tokens of @backstage/ui, from our colours. */
export function uiTokens(colors: Colors): Record<string, string> {
  return {
    '--bui-bg-app': colors.paper,
    '--bui-bg-inherit': colors.paper,
    '--bui-bg-neutral-1': colors.raised,
    '--bui-bg-neutral-1-hover': colors.hover,
    '--bui-bg-neutral-1-pressed': colors.pressed,
    '--bui-bg-neutral-1-disabled': colors.sunken,
    '--bui-bg-neutral-2': colors.sunken,
    '--bui-bg-neutral-2-hover': colors.hover,
    '--bui-bg-neutral-2-pressed': colors.pressed,
    '--bui-bg-neutral-2-disabled': colors.sunken,
    '--bui-bg-neutral-3': colors.hover,
    '--bui-bg-neutral-3-hover': colors.pressed,
    '--bui-bg-neutral-4': colors.pressed,
    '--bui-fg-primary': colors.ink,
    '--bui-fg-secondary': colors.quiet,
    '--bui-fg-disabled': colors.disabled,
    '--bui-fg-positive': colors.good.text,
    '--bui-fg-negative': colors.bad.text,
    '--bui-fg-warning': colors.attention.text,
    '--bui-fg-announcement': colors.info.text,
    '--bui-fg-success': colors.good.text,
    '--bui-fg-danger': colors.bad.text,
    '--bui-fg-info': colors.info.text,
    '--bui-border-1': colors.line,
    '--bui-border-2': colors.strongLine,
    '--freehold-control-line': colors.controlLine,
    '--bui-ring': colors.accent,
    '--bui-accent-bg': colors.accent,
    '--bui-accent-bg-hover': colors.accentHover,
    '--bui-accent-bg-disabled': colors.pressed,
    '--bui-accent-fg': colors.onAccent,
    '--bui-accent-fg-disabled': colors.disabled,
    '--bui-bg-solid': colors.accent,
    '--bui-bg-solid-hover': colors.accentHover,
    '--bui-bg-solid-pressed': colors.accentHover,
    '--bui-bg-solid-disabled': colors.pressed,
    '--bui-fg-solid': colors.onAccent,
    '--bui-fg-solid-disabled': colors.disabled,
    '--bui-negative-bg': colors.bad.text,
    '--bui-negative-fg': colors.paper,
    ...Object.fromEntries(
      colors.series.map((color, index) => [
        `--freehold-series-${index + 1}`,
        color,
      ]),
    ),
    ...toneTokens('positive', 'success', colors.good),
    ...toneTokens('warning', 'warning', colors.attention),
    ...toneTokens('negative', 'danger', colors.bad),
    ...toneTokens('announcement', 'info', colors.info),
  };
}

function toneTokens(
  name: string,
  formerName: string,
  tone: Colors['good'],
): Record<string, string> {
  return {
    [`--bui-${name}-bg-subdued`]: tone.background,
    [`--bui-${name}-bg-subdued-hover`]: tone.background,
    [`--bui-${name}-fg-subdued`]: tone.onBackground,
    [`--bui-${name}-border`]: tone.border,
    [`--bui-bg-${formerName}`]: tone.background,
    [`--bui-fg-${formerName}-on-bg`]: tone.onBackground,
    [`--bui-border-${formerName}`]: tone.border,
  };
}
