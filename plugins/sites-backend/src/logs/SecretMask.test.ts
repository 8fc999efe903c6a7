import { SecretMask, type MaskedLine } from './SecretMask';

const SECRET = 'wJalrXUtn/FEMI+K7MDENG/bPxRfiCYEXAMPLEKEY';
const FROM_RESOURCE = 'aws_x.one: (local-exec): ';

describe('what a run prints', () => {
  let lines: MaskedLine[];
  let mask: SecretMask;

  beforeEach(() => {
    jest.useFakeTimers();
    lines = [];
    mask = new SecretMask(line => lines.push(line));
    mask.addSecret(SECRET);
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  const print = (
    text: string,
    source?: string,
    stream: 'stdout' | 'stderr' = 'stdout',
  ) => mask.write({ stream, text, source });
  const texts = () => lines.map(({ text }) => text);
  const inPieces = (text: string, length: number) =>
    text.match(new RegExp(`.{1,${length}}`, 'g'))!;

  it.each([1, 2, 3, 5, 7, 12, 20, 40])(
    'shows no secret in pieces of %i characters, a line each',
    length => {
      const pieces = inPieces(SECRET, length);
      pieces.forEach(piece => print(piece));
      print('done');
      mask.settle();
      expect(texts()).toEqual([...pieces.map(() => '***'), 'done']);
    },
  );

  it('shows what stands before and after the pieces', () => {
    print(`key: ${SECRET.slice(0, 10)}`);
    print(`  ${SECRET.slice(10, 30)}`);
    print(`${SECRET.slice(30)}, and so on`);
    expect(texts()).toEqual(['key: ***', '  ***', '***, and so on']);
  });

  it.each([64, 76])('shows no base64 that is wrapped at %i', width => {
    const text = Buffer.from(
      `user:${SECRET}${'x'.repeat(60)}${SECRET}`,
    ).toString('base64');
    inPieces(text, width).forEach(piece => print(piece));
    mask.settle();
    const shown = texts().join('').replaceAll('***', '');
    const forms = [0, 1, 2].map(offset =>
      Buffer.from(SECRET.slice(offset, offset + 12)).toString('base64'),
    );
    forms.forEach(form => expect(shown).not.toContain(form.slice(0, 8)));
    expect(shown.length).toBeLessThan(text.length - 2 * 50);
  });

  it('keeps pieces of several sources apart', () => {
    const other = 'aws_x.two: (local-exec): ';
    for (const piece of inPieces(SECRET, 6)) {
      print(`${FROM_RESOURCE}${piece}`, FROM_RESOURCE);
      print(`${other}still here`, other);
      print(piece, undefined, 'stderr');
      print('aws_y.three: Creating...');
    }
    mask.settle();
    const expected = inPieces(SECRET, 6).flatMap(() => [
      `${FROM_RESOURCE}***`,
      `${other}still here`,
      '***',
      'aws_y.three: Creating...',
    ]);
    expect(texts()).toEqual(expected);
  });

  it('shows no secret that ends in the middle when the run ends', () => {
    print(`key ${SECRET.slice(0, 15)}`);
    mask.settle();
    expect(texts()).toEqual(['key ***']);
  });

  it('shows at most three characters of a secret printed slowly', () => {
    for (const character of SECRET) {
      print(character);
      jest.advanceTimersByTime(5_000);
    }
    expect(texts().join('').replaceAll('*', '')).toBe(SECRET.slice(0, 3));
  });

  it('holds a line for less than half a second, and only if it has to', () => {
    print('Creating...');
    expect(texts()).toEqual(['Creating...']);
    print(`Still at ${SECRET.slice(0, 2)}`);
    print('after it');
    expect(texts()).toHaveLength(3);
    print(`Now at ${SECRET.slice(0, 2)}`);
    expect(texts()).toHaveLength(3);
    jest.advanceTimersByTime(450);
    expect(texts().at(-1)).toBe(`Now at ${SECRET.slice(0, 2)}`);
  });

  it('hides a telling beginning when nothing follows it in time', () => {
    print(`Found ${SECRET.slice(0, 6)}`);
    jest.advanceTimersByTime(450);
    expect(texts()).toEqual(['Found ***']);
  });

  it('lets values pass that are too short to be credentials', () => {
    mask.addSecret('eu-west');
    print('region eu-west');
    mask.settle();
    expect(texts()).toEqual(['region eu-west']);
  });

  it('hides a secret of many lines, whole and line by line', () => {
    const pem = `-----BEGIN KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQ\nEFAASCBKcwggSjAgEAAoIBAQC7\n-----END KEY-----\n`;
    mask.addSecret(pem);
    pem.split('\n').forEach(line => print(`    ${line}`));
    print('only EFAASCBKcwggSjAgEAAoIBAQC7 of it');
    print(JSON.stringify(JSON.stringify({ pem })));
    mask.settle();
    const shown = texts().join('\n');
    expect(shown).not.toMatch(/MIIE|EFAA|BEGIN/);
    expect(shown).toContain('only *** of it');
  });

  it('masks texts anywhere in a value', () => {
    expect(
      mask.maskValue({
        plan: [{ address: 'a', after: { script: `run ${SECRET}` }, count: 3 }],
      }),
    ).toEqual({
      plan: [{ address: 'a', after: { script: 'run ***' }, count: 3 }],
    });
  });
});
