import { darkColors, lightColors, type Colors } from './colors';

/** Contrast of two colours by WCAG 2, from 1 to 21. */
function contrast(left: string, right: string): number {
  const [darker, lighter] = [luminance(left), luminance(right)].sort(
    (a, b) => a - b,
  );
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map(at => parseInt(color.slice(at, at + 2), 16) / 255)
    .map(part =>
      part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
    );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe.each([
  ['light', lightColors],
  ['dark', darkColors],
])('the %s colours', (_mode, colors: Colors) => {
  const surfaces = [colors.paper, colors.raised, colors.sunken, colors.hover];
  const tones = [colors.good, colors.attention, colors.bad, colors.info];

  it('let text be read on every surface', () => {
    for (const surface of surfaces) {
      for (const text of [colors.ink, colors.quiet, colors.accent]) {
        expect([text, surface, contrast(text, surface) >= 4.5]).toEqual([
          text,
          surface,
          true,
        ]);
      }
    }
  });

  it('let states be read as text and on their own backgrounds', () => {
    for (const tone of tones) {
      expect(contrast(tone.text, colors.paper)).toBeGreaterThanOrEqual(4.5);
      expect(
        contrast(tone.onBackground, tone.background),
      ).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('let the label of the primary button be read', () => {
    expect(contrast(colors.onAccent, colors.accent)).toBeGreaterThanOrEqual(
      4.5,
    );
    expect(
      contrast(colors.onAccent, colors.accentHover),
    ).toBeGreaterThanOrEqual(4.5);
  });

  it('let the label of a destructive button be read', () => {
    for (const red of [colors.bad.text, colors.bad.onBackground]) {
      expect(contrast(colors.paper, red)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('let the series of charts be seen', () => {
    for (const color of colors.series) {
      expect(contrast(color, colors.paper)).toBeGreaterThanOrEqual(3);
    }
  });

  it('let the edges of controls be seen', () => {
    for (const surface of [colors.paper, colors.raised]) {
      expect(contrast(colors.controlLine, surface)).toBeGreaterThanOrEqual(3);
      expect(contrast(colors.accent, surface)).toBeGreaterThanOrEqual(3);
    }
  });
});
