import { mockServices } from '@backstage/backend-test-utils';
import type { NewLogLine } from '../database/DeploymentLogStore';
import { DeploymentLogWriter } from './DeploymentLogWriter';

describe('DeploymentLogWriter', () => {
  const logger = mockServices.logger.mock();
  let batches: NewLogLine[][];
  let writer: DeploymentLogWriter;

  beforeEach(() => {
    batches = [];
    writer = new DeploymentLogWriter(async lines => {
      batches.push(lines);
    }, logger);
  });

  it('writes lines in order and in few batches', async () => {
    for (let index = 0; index < 450; index++) {
      writer.write('stdout', `line ${index}`);
    }
    await writer.flush();
    expect(batches.map(({ length }) => length)).toEqual([200, 200, 50]);
    expect(batches.flat().map(({ text }) => text)).toEqual(
      Array.from({ length: 450 }, (_, index) => `line ${index}`),
    );
  });

  it('blots out secrets, wherever they stand', async () => {
    writer.addSecret('hunter2hunter2');
    writer.write('stderr', 'token=hunter2hunter2;hunter2hunter2');
    writer.say('It was hunter2hunter2.');
    await writer.flush();
    expect(batches.flat().map(({ text }) => text)).toEqual([
      'token=***;***',
      'It was ***.',
    ]);
  });

  it('blots out secrets with colours or zeros in between', async () => {
    writer.addSecret('hunter2hunter2');
    writer.write('stdout', '\u001b[1mhunter2\u001b[0mhun\0ter2');
    await writer.flush();
    expect(batches.flat().map(({ text }) => text)).toEqual(['***']);
  });

  it('makes lines fit for the database and for people', async () => {
    writer.write('stdout', 'a\0b');
    writer.write('stdout', 'x'.repeat(9_000));
    await writer.flush();
    const [first, second] = batches.flat();
    expect(first.text).toBe('ab');
    expect(second.text).toMatch(/^x{8000}…$/);
  });

  it('cuts a log without end, but not what the portal says', async () => {
    for (let index = 0; index < 50_010; index++) {
      writer.write('stdout', 'again');
    }
    writer.say('The end.');
    await writer.flush();
    const lines = batches.flat();
    expect(lines).toHaveLength(50_002);
    expect(lines.at(-2)!.text).toMatch(/The log is cut here/);
    expect(lines.at(-1)!.text).toBe('The end.');
  });

  it('goes on when lines could not be written', async () => {
    let fails = true;
    writer = new DeploymentLogWriter(async lines => {
      if (fails) throw new Error('no database');
      batches.push(lines);
    }, logger);
    writer.say('lost');
    await writer.flush();
    fails = false;
    writer.say('kept');
    await writer.flush();
    expect(batches.flat().map(({ text }) => text)).toEqual(['kept']);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('Lost 1 lines'),
    );
  });
});
