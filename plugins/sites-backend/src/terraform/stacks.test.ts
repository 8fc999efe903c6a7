import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { promises as fs } from 'node:fs';
import path from 'node:path';

const terraform = resolvePackagePath(
  '@freehold/plugin-sites-backend',
  '../../terraform',
);

describe('the stacks of sites', () => {
  it('have one interface, to the byte', async () => {
    const wanted = await fs.readFile(
      path.join(terraform, 'interface/interface.tf'),
      'utf8',
    );
    const stacks = (await fs.readdir(path.join(terraform, 'stacks'))).filter(
      name => name.startsWith('site-'),
    );
    expect(stacks).toContain('site-local');
    for (const stack of stacks) {
      const file = path.join(terraform, 'stacks', stack, 'interface.tf');
      expect(await fs.readFile(file, 'utf8')).toBe(wanted);
    }
  });
});
