import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { didWords } from './auditActions';

const plugins = path.join(__dirname, '../../../..');

interface Document {
  paths: Record<string, Record<string, { operationId?: string }>>;
}

/** Every operation of ours that may change something. */
function changes(): string[] {
  return fs
    .readdirSync(plugins)
    .map(plugin => path.join(plugins, plugin, 'src/schema/openapi.yaml'))
    .filter(file => fs.existsSync(file))
    .map(file => parse(fs.readFileSync(file, 'utf8')) as Document)
    .flatMap(({ paths }) => Object.values(paths))
    .flatMap(({ post, put, patch, delete: remove }) => [
      post?.operationId,
      put?.operationId,
      patch?.operationId,
      remove?.operationId,
    ])
    .filter(id => id !== undefined);
}

describe('the words of the audit trail', () => {
  it('are there for everything that can be changed, or tried to', () => {
    const operations = changes();
    expect(operations).toContain('orderSite');
    expect(operations.filter(id => !(id in didWords))).toEqual([]);
  });
});
