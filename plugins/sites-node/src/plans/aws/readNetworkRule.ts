import {
  AtLeast,
  UNKNOWN,
  type ReadFacts,
  type ResourceFacts,
} from '../PlannedResource';
import type { ResourceValues } from '../ResourceValues';

type Path = (string | number)[];
type Source = string | typeof UNKNOWN | undefined;
type OpenPorts = NonNullable<ResourceFacts['openPorts']>;

const LAST_PORT = 65_535;
/** Protocols by the numbers that AWS takes as well. */
const PROTOCOLS: Readonly<Record<string, string>> = {
  '-1': 'all',
  '1': 'icmp',
  '6': 'tcp',
  '17': 'udp',
  '58': 'icmpv6',
};
/** Blocks with shorter prefixes are the internet in all but name. */
const SHORTEST_PREFIX = { ipv4: 8, ipv6: 16 };

/** A security group with the rules that are written inside it. */
export function readSecurityGroup(values: ResourceValues): ReadFacts {
  const name = values.text('name');
  const count = values.count('ingress');
  if (count === UNKNOWN) {
    // Rules of their own are attached later, if nobody wrote any inside.
    return {
      name,
      openPorts: values.isLeftToProvider('ingress') ? [] : UNKNOWN,
    };
  }
  const rules = Array.from({ length: count }, (_, index) =>
    readOpenPorts(values, ['ingress', index]),
  );
  const known = rules.flatMap(opened => (opened === UNKNOWN ? [] : opened));
  if (!rules.includes(UNKNOWN)) return { name, openPorts: known };
  return { name, openPorts: known.length > 0 ? new AtLeast(known) : UNKNOWN };
}

/** A rule of its own, as `aws_security_group_rule`. */
export function readRule(values: ResourceValues): ReadFacts {
  const direction = values.text('type');
  if (direction === 'egress') {
    return {};
  }
  return {
    openPorts: direction === UNKNOWN ? UNKNOWN : readOpenPorts(values, []),
  };
}

/** A rule of its own, as `aws_vpc_security_group_ingress_rule`. */
export function readIngressRule(values: ResourceValues): ReadFacts {
  const sources: Source[] = [
    values.text('cidr_ipv4'),
    values.text('cidr_ipv6'),
    listed([values.text('prefix_list_id')]),
  ];
  return {
    openPorts: openPortsOf(sources, {
      protocol: values.text('ip_protocol'),
      from: values.number('from_port'),
      to: values.number('to_port'),
    }),
  };
}

function readOpenPorts(
  values: ResourceValues,
  at: Path,
): OpenPorts | typeof UNKNOWN {
  const lists: (string[] | typeof UNKNOWN)[] = [
    values.texts(...at, 'cidr_blocks'),
    values.texts(...at, 'ipv6_cidr_blocks'),
  ];
  const prefixLists = values.texts(...at, 'prefix_list_ids');
  return openPortsOf(
    [
      ...lists.flatMap((list): Source[] => (list === UNKNOWN ? [list] : list)),
      listed(prefixLists === UNKNOWN ? [prefixLists] : prefixLists),
    ],
    {
      protocol: values.text(...at, 'protocol'),
      from: values.number(...at, 'from_port'),
      to: values.number(...at, 'to_port'),
    },
  );
}

/** What addresses are in a list of AWS's or of others, no plan says. */
function listed(lists: Source[]): typeof UNKNOWN | undefined {
  return lists.some(list => list !== undefined && list !== '')
    ? UNKNOWN
    : undefined;
}

/** Whether a block of addresses holds everybody, or nearly. */
function isAnywhere(block: string): boolean {
  const [address, prefix] = block.split('/');
  const shortest = address.includes(':')
    ? SHORTEST_PREFIX.ipv6
    : SHORTEST_PREFIX.ipv4;
  return prefix !== undefined && Number(prefix) < shortest;
}

function openPortsOf(
  sources: Source[],
  ports: {
    protocol: string | typeof UNKNOWN | undefined;
    from: number | typeof UNKNOWN | undefined;
    to: number | typeof UNKNOWN | undefined;
  },
): OpenPorts | typeof UNKNOWN {
  const isOpen = sources.some(
    source => typeof source === 'string' && isAnywhere(source),
  );
  if (!isOpen) {
    return sources.includes(UNKNOWN) ? UNKNOWN : [];
  }
  const { protocol, from, to } = ports;
  if (protocol === UNKNOWN || from === UNKNOWN || to === UNKNOWN) {
    return UNKNOWN;
  }
  const given = (protocol ?? '-1').toLowerCase();
  const name = PROTOCOLS[given] ?? given;
  if (!hasPorts(name)) {
    return [{ protocol: name, from: 0, to: LAST_PORT }];
  }
  // From -1 or nothing on is from the first port on.
  const first = Math.max(from ?? 0, 0);
  return [
    {
      protocol: name,
      from: first,
      to: to === undefined || to < first ? LAST_PORT : to,
    },
  ];
}

/** Of other protocols a rule lets everything in; what it calls ports are types. */
function hasPorts(protocol: string): boolean {
  return protocol === 'tcp' || protocol === 'udp';
}
