// Makes docs/roles.md from the table that the permission policy decides by,
// plugins/tenancy-node/src/roles/grants.ts.
// `--check` writes nothing and fails when the document is stale.
import fs from 'node:fs';
import path from 'node:path';
import * as prettier from 'prettier';
import { grants } from '../plugins/tenancy-node/src/roles/grants.ts';

const root = path.resolve(import.meta.dirname, '..');
const file = path.join(root, 'docs/roles.md');
const memberRoles = ['owner', 'admin', 'developer', 'billing', 'viewer'];
const staffRoles = ['operator', 'finance', 'support'];

/** @type {Record<string, string>} */
const groupTitles = {
  organization: 'The organization',
  people: 'People',
  sites: 'Sites',
  deployments: 'Deployments',
  costs: 'Costs',
  ordering: 'Order forms',
  catalog: 'Catalog and search',
};

const text = `<!-- Generated from plugins/tenancy-node/src/roles/grants.ts by tools/generate-roles.mjs. Do not edit. -->

# Roles

Members of a customer have one of ${memberRoles.length} roles, staff one of ${staffRoles.length}. What is not ticked is
refused. The portal shows the same table at \`/roles\`, and says there why
somebody may or may not do something. Customers see the roles of members only.

A member's actions reach what belongs to their customer. Beyond that:

- A customer always has an owner: the last one can be neither removed nor given
  another role. An owner hands over by making another member owner and becoming
  admin, in one step.
- Admins manage members, but leave owners alone.
- Staff who view as a customer read what its viewers read, and change nothing.
- Nobody uses a role of a customer that is suspended or deactivated.

${[...new Set(grants.map(({ group }) => group))].map(section).join('\n')}`;

/** @param {string} group */
function section(group) {
  const roles = [...memberRoles, ...staffRoles];
  const rows = grants
    .filter(grant => grant.group === group)
    .map(({ action, title, description, members, staff }) => {
      const holders = [...members, ...staff];
      const cells = roles.map(role =>
        /** @type {string[]} */ (holders).includes(role) ? '✓' : '',
      );
      return `| ${title}<br>${description} | \`${action}\` | ${cells.join(' | ')} |`;
    });
  return `## ${groupTitles[group]}

| action | permission | ${roles.join(' | ')} |
| --- | --- | ${roles.map(() => ':-:').join(' | ')} |
${rows.join('\n')}
`;
}

const style = await prettier.resolveConfig(path.join(root, 'package.json'));
const wanted = await prettier.format(text, { ...style, filepath: file });
const current = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
if (current !== wanted) {
  if (process.argv.includes('--check')) {
    console.error('docs/roles.md is stale: run node tools/generate-roles.mjs');
    process.exit(1);
  }
  fs.writeFileSync(file, wanted);
  console.log('wrote docs/roles.md');
}
