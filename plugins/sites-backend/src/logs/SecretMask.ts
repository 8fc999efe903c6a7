import { formsOfSecret, SHORTEST_FORM } from './formsOfSecret';
import { SecretAutomaton, type Progress } from './SecretAutomaton';

/** How long a line waits for the next, when its end may begin a secret. */
const HOLD_MILLISECONDS = 400;
/** So much of the beginning of a secret is no chance; it is blotted out alone. */
const TELLING_LENGTH = 4;
const MASK = '***';

/** A line on its way into a log. */
export interface MaskedLine {
  stream: 'stdout' | 'stderr' | 'portal';
  text: string;
}

interface HeldLine extends MaskedLine {
  channel?: Channel;
  arrivedAt: number;
  /** Marks the characters to blot out. */
  blots?: Uint8Array;
}

/** One source of lines, such as a resource; others print in between. */
interface Channel {
  progress: Progress;
  /** Where the characters stand that `progress` counts, last ones last. */
  trail: { line: HeldLine; index: number }[];
}

/**
 * Blots known secrets out of what a run prints, also when a secret comes in
 * pieces, each on a line of its own. A line whose end could be the beginning
 * of a secret is held until the next one of its source tells, but never for
 * long: then such an end is blotted out too, unless it is so short that it is
 * most likely chance. So at most three characters of a secret ever get out,
 * however slowly it is printed. White space in between makes no difference.
 */
export class SecretMask {
  private readonly forms = new Set<string>();
  private automaton?: SecretAutomaton;
  private readonly channels = new Map<string, Channel>();
  private held: HeldLine[] = [];
  private timer?: NodeJS.Timeout;

  /** @param emit - takes the lines, in the order in which they came */
  constructor(
    private readonly emit: (line: MaskedLine) => void = () => undefined,
  ) {}

  /** From now on the value gets through in no form. */
  addSecret(value: string): void {
    const fresh =
      value.length < SHORTEST_FORM
        ? []
        : formsOfSecret(value).filter(form => !this.forms.has(form));
    if (fresh.length === 0) {
      return;
    }
    this.settle();
    fresh.forEach(form => this.forms.add(form));
    this.automaton = undefined;
  }

  /**
   * @param line.source - what each line of the same source begins with; it is
   *   no part of what the source printed
   */
  write({ source = '', ...line }: MaskedLine & { source?: string }): void {
    const channel = this.channelOf(`${line.stream} ${source}`);
    const held: HeldLine = { ...line, channel, arrivedAt: Date.now() };
    this.held.push(held);
    const begin = line.text.startsWith(source) ? source.length : 0;
    this.read(channel, held, begin);
    this.release();
  }

  /** Takes a line that is whole by itself. */
  writeWhole(line: MaskedLine): void {
    const text = this.mask(line.text);
    this.held.push({ ...line, text, arrivedAt: Date.now() });
    this.release();
  }

  /** Hands on every line: nothing follows that could tell more of them. */
  settle(): void {
    this.release(Infinity);
    this.channels.clear();
  }

  /** A text that is whole, without the secrets in it. */
  mask(text: string): string {
    const line: HeldLine = { stream: 'portal', text, arrivedAt: 0 };
    this.read({ progress: this.find().start, trail: [] }, line, 0);
    return blotted(line);
  }

  /** The same of every text in a value that is JSON. */
  maskValue<T>(value: T): T {
    if (this.forms.size === 0 || value === undefined) {
      return value;
    }
    return JSON.parse(JSON.stringify(value), (_, part) =>
      typeof part === 'string' ? this.mask(part) : part,
    );
  }

  private find(): SecretAutomaton {
    this.automaton ??= SecretAutomaton.of(this.forms);
    return this.automaton;
  }

  private channelOf(name: string): Channel {
    let channel = this.channels.get(name);
    if (!channel) {
      channel = { progress: this.find().start, trail: [] };
      this.channels.set(name, channel);
    }
    return channel;
  }

  private read(channel: Channel, line: HeldLine, begin: number): void {
    const automaton = this.find();
    for (let index = begin; index < line.text.length; index++) {
      const character = line.text.charCodeAt(index);
      if (isSpace(character)) {
        continue;
      }
      channel.progress = automaton.step(channel.progress, character);
      const { depth, found } = channel.progress;
      if (depth > 0) {
        channel.trail.push({ line, index });
      }
      if (channel.trail.length > 2 * depth) {
        shorten(channel);
      }
      if (found > 0) {
        blot(channel.trail.slice(-found));
      }
    }
    shorten(channel);
  }

  /** @param now - lines that came long before it wait no longer */
  private release(now = Date.now()): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    let released = 0;
    for (const line of this.held) {
      if (mayGoOn(line)) {
        if (now - line.arrivedAt < HOLD_MILLISECONDS) {
          this.wait(line);
          break;
        }
        giveUpOn(line);
      }
      released += 1;
      const { stream } = line;
      this.emit({ stream, text: blotted(line) });
    }
    this.held = this.held.slice(released);
  }

  private wait({ arrivedAt }: HeldLine): void {
    this.timer = setTimeout(
      () => this.release(),
      Math.max(1, arrivedAt + HOLD_MILLISECONDS - Date.now()),
    );
  }
}

function isSpace(character: number): boolean {
  return character === 32 || (character >= 9 && character <= 13);
}

/** To what still counts. */
function shorten(channel: Channel): void {
  const { trail, progress } = channel;
  if (trail.length > progress.depth) {
    channel.trail = trail.slice(trail.length - progress.depth);
  }
}

/** Whether the end of the line may be the beginning of a secret. */
function mayGoOn(line: HeldLine): boolean {
  return line.channel?.trail.some(place => place.line === line) ?? false;
}

/** What follows will not be seen with it. */
function giveUpOn(line: HeldLine): void {
  const { channel } = line;
  if (channel && channel.progress.depth >= TELLING_LENGTH) {
    blot(channel.trail.filter(place => place.line === line));
  }
}

/** With what stands between them on the same line. */
function blot(places: Channel['trail']): void {
  places.forEach(({ line, index }, position) => {
    line.blots ??= new Uint8Array(line.text.length);
    const before = places[position - 1];
    const from = before?.line === line ? before.index + 1 : index;
    line.blots.fill(1, from, index + 1);
  });
}

function blotted({ text, blots }: HeldLine): string {
  if (!blots) {
    return text;
  }
  let result = '';
  for (let index = 0; index < text.length; index++) {
    if (!blots[index]) {
      result += text[index];
    } else if (!blots[index - 1]) {
      result += MASK;
    }
  }
  return result;
}
