import { constants, createWriteStream } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { TextEncodingDetector } from './TextEncodingDetector';
import type { FileProfile } from './FileProfile';
import { openBytes } from './openBytes';
import { ReadingError } from './ReadingError';
import type { ReadingLimits } from './ReadingLimits';
import type { Workspace } from './Workspace';

const CSV_SOURCE = 'source.csv';
/** Name of a Parquet file within a workspace. */
export const PARQUET_SOURCE = 'source.parquet';

/**
 * Makes the file readable at a fixed name inside the workspace, so that neither
 * its own name nor its content can lead DuckDB anywhere else.
 */
export async function prepareSource(
  workspace: Workspace,
  profile: FileProfile,
  limits: ReadingLimits,
): Promise<PreparedSource> {
  if (profile.kind === 'parquet') {
    const source = await linkSource(workspace, profile.file, PARQUET_SOURCE);
    return { source, profile };
  }
  const detector = new TextEncodingDetector();
  const source = await copyText(workspace, profile, limits, detector);
  if (profile.encoding !== 'utf-8' || detector.end() === 'utf-8') {
    return { source, profile };
  }
  await fs.rm(source);
  const decodedProfile: FileProfile = { ...profile, encoding: detector.end() };
  return {
    source: await copyText(workspace, decodedProfile, limits, detector),
    profile: decodedProfile,
  };
}

/** A file that DuckDB can read, and what was found out by reading all of it. */
export interface PreparedSource {
  source: string;
  profile: FileProfile;
}

async function copyText(
  workspace: Workspace,
  profile: FileProfile,
  limits: ReadingLimits,
  detector: TextEncodingDetector,
): Promise<string> {
  const bytes = openBytes(profile, limits);
  if (profile.compression === 'none' && profile.encoding === 'utf-8') {
    for await (const chunk of checkedText(bytes, limits)) detector.add(chunk);
    return linkSource(workspace, profile.file, CSV_SOURCE);
  }
  const target = path.join(workspace.folder, CSV_SOURCE);
  await pipeline(
    watched(checkedText(decoded(bytes, profile), limits), detector),
    createWriteStream(target),
  );
  return target;
}

async function* watched(
  chunks: AsyncIterable<Buffer>,
  detector: TextEncodingDetector,
): AsyncIterable<Buffer> {
  for await (const chunk of chunks) {
    detector.add(chunk);
    yield chunk;
  }
}

/**
 * Puts a file into the workspace under a name without meaning to DuckDB: by a
 * hard link, since DuckDB follows a symbolic one out of the folder and refuses,
 * else by a copy.
 */
export async function linkSource(
  workspace: Workspace,
  file: string,
  name: string,
): Promise<string> {
  const target = path.join(workspace.folder, name);
  const real = await fs.realpath(file);
  try {
    await fs.link(real, target);
  } catch {
    await fs.copyFile(real, target, constants.COPYFILE_FICLONE);
  }
  return target;
}

async function* decoded(
  bytes: AsyncIterable<Buffer>,
  profile: FileProfile,
): AsyncIterable<Buffer> {
  if (profile.encoding === 'utf-8') {
    yield* bytes;
    return;
  }
  const decoder = new TextDecoder(profile.encoding, { fatal: true });
  try {
    for await (const chunk of bytes) {
      yield Buffer.from(decoder.decode(chunk, { stream: true }));
    }
    yield Buffer.from(decoder.decode());
  } catch (error) {
    if (error instanceof ReadingError) throw error;
    throw new ReadingError(
      'wrong-encoding',
      `The file is not valid ${profile.encoding}. Save it as UTF-8`,
    );
  }
}

/** Passes the chunks on, once no line in them is endless and no byte NUL. */
async function* checkedText(
  chunks: AsyncIterable<Buffer>,
  limits: ReadingLimits,
): AsyncIterable<Buffer> {
  let lineBytes = 0;
  for await (const chunk of chunks) {
    if (chunk.includes(0)) {
      throw new ReadingError(
        'nul-bytes',
        'The file holds NUL bytes, so it is not text. Send a CSV file in UTF-8, or in UTF-16 with a byte order mark',
      );
    }
    const firstEnd = chunk.indexOf('\n');
    lineBytes += firstEnd === -1 ? chunk.length : firstEnd;
    if (lineBytes > limits.maxLineBytes) {
      throw new ReadingError(
        'line-too-long',
        `A line is longer than ${limits.maxLineBytes} bytes or never ends`,
      );
    }
    if (firstEnd !== -1) lineBytes = chunk.length - chunk.lastIndexOf('\n') - 1;
    yield chunk;
  }
}
