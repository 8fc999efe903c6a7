/** Searches, by what they are for. */
export const staffQueries: Record<string, string> = {
  newest: '',
  'half a year down': `cursor=${cursorOf(4_400, 'bench-00500')}`,
  'one customer': 'customer=bench-00042',
  'one customer, half a year down': `customer=bench-00042&cursor=${cursorOf(4_400, 'bench-00042')}`,
  'by person': 'actor=user:bench-00042/person-3',
  'by one of the staff': 'actor=user:default/staff-11',
  'by anybody of the staff': 'actor=staff',
  'by action': 'action=rejectDeployment',
  'by person and action':
    'actor=user:bench-00042/person-3&action=rejectDeployment',
  'about a site': 'object=site:site_bench_42_7',
  refused: 'outcome=refused',
  'refused to one customer': 'outcome=refused&customer=bench-00900',
  failed: 'outcome=failed',
  'an hour long ago': `from=${hoursAgo(2000)}&to=${hoursAgo(1999)}`,
  'a rare word': 'search=canary-42-7',
  'a rare word, half a year down': `search=canary-1-50&cursor=${cursorOf(4_400, 'bench-00001')}`,
  'a frequent word': 'search=site',
  'a frequent word, half a year down': `search=site&cursor=${cursorOf(4_400, 'bench-00500')}`,
  'a frequent word, of one customer': 'search=site&customer=bench-00042',
  'the beginning of words': 'search=site_bench_99',
  'the beginning of very many words': 'search=can',
  'two words': 'search=canary-42-7+finishdeployment',
  'a rare and a frequent word': 'search=canary-42-7+site',
  'a word that is nowhere': 'search=no-such-word',
  'a network address': 'search=10.0.77.7',
  'a word and an action': 'search=canary-42-7&action=orderSite',
};

/** Those of an owner, in their own trail. */
export const ownerQueries: Record<string, string> = {
  newest: '',
  'half a year down': `cursor=${cursorOf(4_400, 'own')}`,
  'by action': 'action=rejectDeployment',
  'by staff': 'actor=staff',
  'about a site': 'object=site:site_bench_0_7',
  refused: 'outcome=refused',
  'a rare word': 'search=canary-0-7',
  'a frequent word': 'search=site',
  'a frequent word, half a year down': `search=site&cursor=${cursorOf(4_400, 'own')}`,
  'the beginning of words': 'search=site_bench_0_9',
  'a rare and a frequent word': 'search=canary-0-7+site',
  'a word that is nowhere': 'search=no-such-word',
  "another customer's word": 'search=canary-42-7',
  'a network address': 'search=10.0.0.7',
};

/** Where in a list one is after all events since then. */
function cursorOf(hours: number, tenant: string): string {
  return Buffer.from(JSON.stringify([hoursAgo(hours), tenant, 1])).toString(
    'base64url',
  );
}

/** To the full hour. */
function hoursAgo(hours: number): string {
  return new Date(Date.now() - hours * 3_600_000).toISOString();
}
