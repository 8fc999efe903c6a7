// A portal that sells sites of a double of AWS, deployed by a Terraform that
// finds what it is told: for tests that start it as a process of its own. Prints
// its address; ends with its standard input.
import { startTestPortal } from '../../tools/trials/testPortal.ts';

const [endpoint, binary, directory] = process.argv.slice(2);
const settings = {
  sites_aws_endpoint: endpoint,
  sites_terraform_binary: binary,
  sites_terraform_directory: directory,
  sites_offering_clouds: [
    {
      id: 'aws',
      title: 'AWS',
      regions: [{ id: 'eu-central-1', title: 'Frankfurt' }],
      // Those that the tiers of customers name.
      sizes: ['small', 'medium', 'large'].map(id => ({
        id,
        title: id,
        description: 'Of AWS',
        monthlyPrice: '12.00',
      })),
    },
  ],
};
for (const [key, value] of Object.entries(settings)) {
  process.env[`APP_CONFIG_${key}`] = JSON.stringify(value);
}

const portal = await startTestPortal();
process.stdout.write(`PORTAL ${portal.url}\n`);
process.stdin.resume().once('end', async () => {
  await portal.stop();
  process.exit(0);
});
