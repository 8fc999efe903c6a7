import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it, type TestContext } from 'node:test';
import { record } from '../bench/record.ts';
import { findLeftovers } from '../kill/leftovers.ts';
import { AwsTrial, KEYS, type Run, type TrialSite } from './AwsTrial.ts';
import { awsFigures, type Life } from './awsFigures.ts';
import { comparePolicy, LONGEST_POLICY } from './leastPrivilege.ts';
import { DnsDouble } from '../../plugins/sites-backend/src/__testUtils__/DnsDouble.ts';
import { findRemains, findTagged, readBack } from './readBack.ts';

const { env } = process;
const isWhole = env.FREEHOLD_PROOFS_AWS_WHOLE === '1';
const onlyWhole = isWhole
  ? false
  : 'RDS alone takes the provider minutes: npm run soak -- aws';

const CONTAINER = { kind: 'container', image: 'example/shop:1', port: 8080 };
const SECRET = `canary-${randomBytes(16).toString('hex')}`;

let dns: DnsDouble;
let trial: AwsTrial;
const lives: Life[] = [];

before(async () => {
  dns = await DnsDouble.start();
  trial = await AwsTrial.start(
    {
      endpoint: env.FREEHOLD_PROOFS_AWS!,
      cliConfigFile: env.FREEHOLD_PROOFS_TERRAFORM_CONFIG!,
    },
    [dns.address],
  );
});

after(async () => {
  dns?.stop();
  await trial?.remove();
  if (isWhole && lives.length > 0) {
    await record('aws', awsFigures(lives));
  }
});

// They wait for the provider far more than they work.
describe(
  'a site on AWS, ordered through the portal',
  { concurrency: true },
  () => {
    before(async () => {
      await assert.rejects(
        trial.order('too-early', {}),
        /no credentials for AWS yet/,
        'nothing is ordered before there are credentials',
      );
      const credential = await trial.enterCredentials();
      assert.equal(credential.account, '123456789012');
    });

    it('serves files, is resized, and leaves nothing', async t => {
      const site = await begin(t, 'files', {});
      await opens(site, 200, 'files');
      const distributions = await ofType(site, 'aws_cloudfront_distribution');
      assert.equal(distributions[0].price_class, 'PriceClass_100');

      const resized = await change(t, site, { size: 'medium' });
      // Files that stay are not uploaded again.
      assert.deepEqual(resized.deployment.plan.summary, {
        create: 0,
        update: 1,
        replace: 0,
        destroy: 0,
      });
      await end(t, site);
    });

    it('runs containers with storage, is resized, and leaves nothing', async t => {
      const { ARN } = await trial.aws.secrets.createSecret({
        Name: `${trial.tenant}/token`,
        SecretString: SECRET,
      });
      const site = await begin(t, 'containers', {
        runtime: CONTAINER,
        environment: { GREETING: 'hello' },
        secretReferences: { TOKEN: ARN! },
        addOns: { storage: true },
      });
      await opens(site, 200, 'A container answers');
      const [definition] = await ofType(site, 'aws_ecs_task_definition');
      const [{ secrets }] = JSON.parse(definition.container_definitions);
      assert.deepEqual(secrets, [{ name: 'TOKEN', valueFrom: ARN }]);
      assert.deepEqual(await capacity(site), ['256', '512', 1, 2]);

      await change(t, site, { size: 'large' });
      assert.deepEqual(await capacity(site), ['1024', '2048', 2, 8]);
      await keepsSecrets(site, [SECRET]);
      await end(t, site);
      await trial.aws.secrets.deleteSecret({
        SecretId: ARN,
        ForceDeleteWithoutRecovery: true,
      });
    });

    it(
      'answers at a domain once the DNS proves whose it is',
      { skip: onlyWhole },
      async t => {
        const domain = 'www.acme.example';
        const site = await begin(t, 'domains', { domains: [domain] });
        const waiting = await trial.site(site);
        assert.match(waiting.url, /cloudfront\.net/);
        assert.deepEqual(waiting.servedDomains, []);

        // An update without the records changes nothing about it.
        await change(t, site, { title: 'Not yet' });
        assert.deepEqual((await trial.site(site)).servedDomains, []);

        waiting.dnsRecords.forEach((each: any) => dns.set(each));
        await change(t, site, { domains: [domain] });
        const served = await trial.site(site);
        assert.equal(served.url, `https://${domain}/`);
        assert.deepEqual(served.servedDomains, [domain]);
        await end(t, site);
      },
    );

    it(
      'has a database with a replica, is resized, and leaves nothing',
      { skip: onlyWhole },
      async t => {
        const site = await begin(t, 'database', {
          runtime: CONTAINER,
          addOns: { database: { size: 'small', replica: true } },
        });
        const [{ id }] = await ofType(site, 'aws_secretsmanager_secret');
        const { SecretString } = await trial.aws.secrets.getSecretValue({
          SecretId: id,
        });
        const { password } = JSON.parse(SecretString!);
        assert.match(password, /^\w{40}$/);

        await change(t, site, {
          addOns: { database: { size: 'medium', replica: true } },
        });
        const databases = await ofType(site, 'aws_db_instance');
        assert.deepEqual(
          databases.map(each => each.instance_class),
          ['db.t4g.medium', 'db.t4g.medium'],
        );
        await keepsSecrets(site, [password]);
        const destroyed = await end(t, site);
        assert.ok(destroyed.wasApproved, 'losing a database is approved first');
      },
    );
  },
);

it('shows nobody what lets it into AWS', async () => {
  const words = await trial.words();
  assert.ok(words.includes('Apply complete') || words.includes('is live at'));
  for (const secret of [KEYS.secretAccessKey, SECRET]) {
    assert.ok(!words.includes(secret), 'logs, plans and events hold no secret');
  }
});

it('asks of AWS what its policy allows', async () => {
  const { missing, needless, size } = await comparePolicy(
    env.FREEHOLD_PROOFS_AWS!,
    KEYS.accessKeyId,
  );
  assert.deepEqual(missing, [], 'is called, and not in the policy');
  assert.ok(size <= LONGEST_POLICY, `the policy has ${size} characters`);
  if (isWhole) {
    assert.deepEqual(needless, [], 'is in the policy, and never called');
  }
});

it('leaves no process, lock or run directory', async () => {
  const { portal, database } = trial.running;
  assert.deepEqual(await findLeftovers(portal, database), []);
});

/** Orders a site and reads all of it back. */
async function begin(t: TestContext, name: string, wish: object) {
  const run = await trial.order(name, wish);
  await report(t, 'order', run);
  await trial.healthy(run.site);
  return run.site;
}

async function change(t: TestContext, site: TrialSite, wish: object) {
  const run = await trial.change(site, wish);
  await report(t, 'change', run);
  return run;
}

/** Destroys a site, and looks for what is left of it, by id and by label. */
async function end(t: TestContext, site: TrialSite): Promise<Run> {
  const { resources } = await trial.state(site);
  const labels = { tenant: site.tenant, site: site.siteId };
  const tagged = await findTagged(trial.aws, labels);
  assert.ok(tagged.length > 0, 'AWS finds the site under its labels');

  const run = await trial.destroy(site);
  assert.deepEqual(await findRemains(trial.aws, resources), []);
  assert.deepEqual(await findTagged(trial.aws, labels), []);
  assert.deepEqual((await trial.state(site)).resources, []);
  lives.push({ site: site.name, stage: 'destroy', seconds: run.seconds });
  t.diagnostic(
    `${site.name} destroyed in ${run.seconds.toFixed(0)} s: none of ${resources.length} resources left`,
  );
  return run;
}

async function report(t: TestContext, stage: Life['stage'], run: Run) {
  const { resources } = await trial.state(run.site);
  const labels = trial.labels(run.site);
  const reading = await readBack(trial.aws, resources, labels);
  lives.push({
    site: run.site.name,
    stage,
    seconds: run.seconds,
    resources: reading.resources,
  });
  t.diagnostic(
    `${run.site.name}: ${stage} took ${run.seconds.toFixed(0)} s; ${reading.resources} resources of ${reading.types} types read back, ${reading.tagged} with their labels`,
  );
}

async function ofType(site: TrialSite, type: string) {
  const { resources } = await trial.state(site);
  return resources
    .filter(each => each.type === type)
    .map(({ attributes }) => attributes);
}

/** Of a site with containers: processor, memory, least and most of them. */
async function capacity(site: TrialSite) {
  const [{ arn }] = await ofType(site, 'aws_ecs_task_definition');
  const { taskDefinition } = await trial.aws.ecs.describeTaskDefinition({
    taskDefinition: arn,
  });
  const [{ resource_id }] = await ofType(site, 'aws_appautoscaling_target');
  const { ScalableTargets } = await trial.aws.scaling.describeScalableTargets({
    ServiceNamespace: 'ecs',
    ResourceIds: [resource_id],
  });
  const [{ MinCapacity, MaxCapacity }] = ScalableTargets!;
  return [
    taskDefinition!.cpu,
    taskDefinition!.memory,
    MinCapacity,
    MaxCapacity,
  ];
}

async function opens(site: TrialSite, status: number, text: string) {
  const { url } = await trial.site(site);
  const answer = await trial.open(url);
  assert.equal(answer.status, status);
  assert.ok(answer.body.includes(text), answer.body.slice(0, 200));
}

/** Neither the state nor anything in words holds them. */
async function keepsSecrets(site: TrialSite, secrets: string[]) {
  const { text } = await trial.state(site);
  const words = await trial.words();
  for (const secret of [...secrets, KEYS.secretAccessKey, KEYS.accessKeyId]) {
    assert.ok(!text.includes(secret), 'the state holds a secret');
  }
  for (const secret of [...secrets, KEYS.secretAccessKey]) {
    assert.ok(!words.includes(secret), 'logs, plans or events hold a secret');
  }
}
