import fs from 'node:fs';
import path from 'node:path';
import YAML from 'yaml';
import { root } from '../bootstrap/paths.mjs';

interface Person {
  name: string;
  email: string;
  displayName: string;
  role: string;
}

/** examples/demo.yaml, which the portal loads into its tables. */
interface Demo {
  password: string;
  staff: Person[];
  customers: { slug: string; name: string; tier: string; members: Person[] }[];
}

/** A table of who can sign in to a first start, for the terminal. */
export function describeSignIns(): string {
  const demo = readDemo();
  const groups: [string, Person[]][] = [
    ['staff', demo.staff],
    ...demo.customers.map(({ name, members }): [string, Person[]] => [
      name,
      members,
    ]),
  ];
  const rows = groups.flatMap(([group, people]) =>
    people.map(({ role, email }) => [group, role, email]),
  );
  const width = (column: number) =>
    Math.max(...rows.map(row => row[column].length)) + 2;
  return [
    `Sign in with one of these, password: ${demo.password}`,
    ...rows.map(
      ([group, role, email]) =>
        `  ${group.padEnd(width(0))}${role.padEnd(width(1))}${email}`,
    ),
  ].join('\n');
}

export function readDemo(): Demo {
  const file = path.join(root, 'examples/demo.yaml');
  return YAML.parse(fs.readFileSync(file, 'utf8'));
}
