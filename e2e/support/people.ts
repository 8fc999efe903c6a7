import fs from 'node:fs';
import path from 'node:path';
import YAML from 'yaml';

interface Person {
  name: string;
  email: string;
  displayName: string;
  role: string;
}

interface Demo {
  password: string;
  staff: Person[];
  customers: { slug: string; name: string; members: Person[] }[];
}

/** The people of the first start, as `examples/demo.yaml` names them. */
export const demo: Demo = YAML.parse(
  fs.readFileSync(path.join(__dirname, '../../examples/demo.yaml'), 'utf8'),
);

export function staffMember(role: string): Person {
  return found(demo.staff, role);
}

export function customerMember(slug: string, role: string): Person {
  const customer = demo.customers.find(it => it.slug === slug);
  return found(customer?.members ?? [], role);
}

function found(people: Person[], role: string): Person {
  const person = people.find(it => it.role === role);
  if (!person) {
    throw new Error(`examples/demo.yaml has nobody with the role ${role}`);
  }
  return person;
}
