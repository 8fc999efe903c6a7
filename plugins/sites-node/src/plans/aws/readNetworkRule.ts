import {
  UNKNOWN,
  type ReadFacts,
  type ResourceFacts,
} from '../PlannedResource';
import type { ResourceValues } from '../ResourceValues';

type Path = (string | number)[];
type Source = string | typeof UNKNOWN | undefined;
type OpenPorts = NonNullable<ResourceFacts['openPorts']>;

const ANYWHERE = new Set(['0.0.0.0/0', '::/0']);
const LAST_PORT = 65_535;

/** A security group with the rules that are written inside it. */
export function readSecurityGroup(values: ResourceValues): ReadFacts {
  const name = values.text('name');
  const count = values.count('ingress');
  if (count === UNKNOWN) {
    // Rules of their own are attached later; nobody wrote any inside.
    return { name, openPorts: [] };
  }
  const openPorts: OpenPorts = [];
  for (let index = 0; index < count; index++) {
    const opened = readOpenPorts(values, ['ingress', index]);
    if (opened === UNKNOWN) return { name, openPorts: UNKNOWN };
    openPorts.push(...opened);
  }
  return { name, openPorts };
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
  return openPortsOf(
    lists.flatMap((list): Source[] => (list === UNKNOWN ? [list] : list)),
    {
      protocol: values.text(...at, 'protocol'),
      from: values.number(...at, 'from_port'),
      to: values.number(...at, 'to_port'),
    },
  );
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
    source => typeof source === 'string' && ANYWHERE.has(source),
  );
  if (!isOpen) {
    return sources.includes(UNKNOWN) ? UNKNOWN : [];
  }
  const { protocol, from, to } = ports;
  if (protocol === UNKNOWN || from === UNKNOWN || to === UNKNOWN) {
    return UNKNOWN;
  }
  // Protocol -1 is all of them, on all ports.
  const isAll = protocol === '-1' || protocol === 'all';
  return [
    {
      protocol: isAll ? 'all' : (protocol ?? 'all'),
      from: isAll ? 0 : (from ?? 0),
      to: isAll ? LAST_PORT : (to ?? from ?? LAST_PORT),
    },
  ];
}
