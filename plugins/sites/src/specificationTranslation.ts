import { createTranslationRef } from '@backstage/frontend-plugin-api';

/**
 * Texts of what a site is and has: in the order form, in its settings, and
 * where prices tell it part by part.
 *
 * @public
 */
export const specificationTranslationRef = createTranslationRef({
  id: 'plugin.sites.specification',
  messages: {
    runtime: {
      label: 'What runs it',
      static: 'Static files',
      staticHint: 'Pages, pictures and scripts, served as they are.',
      container: 'A container image',
      containerHint: 'Your own program, from a registry.',
      git: 'A Git reference, built elsewhere',
      gitHint:
        'An image that your own pipeline builds; repository and reference say from what.',
      image: 'Image',
      imageHint: 'With its registry and a tag or digest, such as {{example}}.',
      port: 'Port',
      portHint: 'Where the program listens inside of the container.',
      repository: 'Repository',
      repositoryHint: 'Its https address, without user or password.',
      reference: 'Reference',
      referenceHint: 'A branch, tag or commit.',
      problem: {
        image:
          'Name an image in small letters, such as registry.example.com/shop:1.4.',
        port: 'Give a port from 1 to 65535.',
        repository:
          'Give an address that begins with https:// and has no user in it.',
        reference: 'Name a branch, tag or commit, without spaces.',
      },
    },
    measures: {
      label: 'Measures',
      byMeasure: 'by its measures',
      cpu: 'Virtual processors',
      memory: 'Memory',
      gibibytes: '{{amount}} GiB',
      minimumInstances: 'Instances at least',
      minimumHint: 'These always run, and are what the price is for.',
      maximumInstances: 'Instances at most',
      maximumHint: 'So many when there are many visitors.',
      problem: {
        instances: 'Give a whole number from 1 to 100.',
        fewerAtMost: 'Give at least as many as always run.',
      },
    },
    extras: {
      lacks: '{{cloud}} cannot have {{what}}.',
      remedy: {
        choose: 'Choose another cloud for that.',
        order: 'Order a site on another cloud for that.',
        ask: 'No cloud that is offered here can; our staff know what is planned.',
      },
      staticOnly:
        'Static files read no variables and use no database or storage. Choose a container image to have them.',
      what: {
        runtimes: 'containers',
        customSize: 'sizes of your own measure',
        domains: 'domains of your own',
        environment: 'variables',
        secrets: 'secrets',
        database: 'a database',
        storage: 'storage',
      },
    },
    domains: {
      label: 'Domains of your own',
      hint: 'Each is served with TLS. Which DNS records they need stands on the site’s page once it is live.',
      name: 'Domain {{number}}',
      add: 'Add a domain',
      remove: 'Remove domain {{number}}',
      none: 'None. The site has its own address anyway.',
    },
    environment: {
      label: 'Variables',
      hint: 'Plain values that the program reads. Everybody who sees the site sees them.',
      name: 'Name of variable {{number}}',
      value: 'Value of variable {{number}}',
      add: 'Add a variable',
      remove: 'Remove variable {{number}}',
      none: 'None.',
      looksSecret:
        'This looks like a secret. Refer to it below, so that its value is never entered here.',
    },
    secretReferences: {
      label: 'Secrets',
      hint: 'The secret itself is never entered here: name where the cloud keeps it, and the program gets it when it starts.',
      name: 'Name of secret {{number}}',
      value: 'ARN of secret {{number}}',
      add: 'Add a secret',
      remove: 'Remove secret {{number}}',
      none: 'None.',
    },
    column: {
      name: 'Name',
      value: 'Value',
      arn: 'ARN in Secrets Manager or Parameter Store',
    },
    problem: {
      domain: 'Give a host name in small letters, such as www.example.com.',
      twice: 'This name is there already. Keep one of them.',
      variable: 'Begin with a letter; then letters, digits and underscores.',
      variableMissing: 'Give it a name.',
      secret:
        'Give the whole ARN of a Secrets Manager secret or of an SSM parameter, without wildcards.',
      tooLong: 'A value has 4,000 characters at most.',
    },
    addOns: {
      label: 'Add-ons',
      database: 'Database',
      databaseHint:
        'PostgreSQL, encrypted, backed up, reached from the site only.',
      none: 'None',
      small: 'Small',
      medium: 'Medium',
      large: 'Large',
      replica: 'A copy of the database in another place, for reading',
      storage: 'Storage for files, encrypted and with versions',
    },
    quote: {
      title: 'What it costs',
      incomplete: 'The price appears once the size is chosen and complete.',
      failed: 'The price could not be worked out',
      left: '{{left}} of your monthly limit of {{limit}} would be left.',
      leftOf: '{{left}} of the monthly limit of {{limit}} would be left.',
      same: 'The price stays {{amount}} a month.',
      version: 'By price list {{version}}.',
    },
    lines: {
      label: 'Monthly price, before and after',
      part: 'Part',
      before: 'Before',
      after: 'After',
      difference: 'Difference',
      none: '–',
    },
    words: {
      static: 'Static files',
      container: 'Container {{image}}, port {{port}}',
      git: 'Container {{image}}, port {{port}}, built from {{reference}}',
      custom:
        'Custom: {{cpu}} processors, {{memory}} GiB, {{minimum}} to {{maximum}} instances',
      domains_one: '{{count}} domain',
      domains_other: '{{count}} domains',
      environment_one: '{{count}} variable',
      environment_other: '{{count}} variables',
      secretReferences_one: '{{count}} secret',
      secretReferences_other: '{{count}} secrets',
      database: 'Database, {{size}}',
      replica: 'with a copy',
      storage: 'Storage',
    },
    validation: {
      marked: 'Correct what is marked here.',
      price:
        'Wait until the price is known, or correct what stands in its place.',
    },
  },
});
