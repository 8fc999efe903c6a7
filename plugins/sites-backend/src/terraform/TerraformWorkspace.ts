import { createHash } from 'node:crypto';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { Plan } from '../domain/Deployment';
import { readDrift } from '../domain/readDrift';
import { readPlan } from '../domain/readPlan';
import { classifyDiagnostics, type PassingCause } from './classifyDiagnostics';
import { readTerraformLine, type Diagnostic } from './readTerraformLine';
import type { RunDirectory } from './RunDirectory';
import { runCommand } from './runCommand';

export interface TerraformSettings {
  /** Path or name of the terraform executable. */
  binary: string;
  /** Directory of `stacks/` and `modules/`. */
  directory: string;
  /** A CLI configuration, for a mirror of providers; absent for none. */
  cliConfigFile?: string;
  /** How long Terraform may take to stop when asked to. */
  graceMilliseconds: number;
  /** How long each step may take; the run as a whole has a limit too. */
  stepLimitMilliseconds: { init: number; plan: number; apply: number };
}

/** Where and as whom Terraform keeps its state. */
export interface StateAccess {
  /** What each command is told. */
  environment: Record<string, string>;
  /** A backend in the place of the one that the stack names. */
  backend?: object;
  /** Content of a file of AWS credentials for that backend alone. */
  credentialsFile?: string;
}

/**
 * What a plan is for: to bring about what is configured, to destroy it, or only
 * to learn what became of it, which changes nothing but the state.
 */
export type PlanMode = 'apply' | 'destroy' | 'refresh-only';

const MODE_OPTIONS: Record<PlanMode, string[]> = {
  // Whatever an earlier run that was ended by force made, and could not record,
  // must not be guessed at from its state.
  apply: ['-refresh=true'],
  destroy: ['-refresh=true', '-destroy'],
  'refresh-only': ['-refresh-only'],
};

/** A command of Terraform that did not succeed. */
export class TerraformError extends Error {
  constructor(
    readonly command: string,
    readonly exitCode: number | undefined,
    /** Why another attempt may succeed, if it may. */
    readonly passing?: PassingCause,
  ) {
    super(
      exitCode === undefined
        ? `terraform ${command} was stopped`
        : `terraform ${command} ended with exit code ${exitCode}`,
    );
    this.name = 'TerraformError';
  }
}

/** A command of Terraform that took longer than it may. */
export class StepLimitError extends Error {
  constructor(readonly command: string) {
    super(`terraform ${command} took too long`);
    this.name = 'StepLimitError';
  }
}

/** One stack in one run directory, and the commands run in it. */
export class TerraformWorkspace {
  constructor(
    private readonly options: {
      settings: TerraformSettings;
      directory: RunDirectory;
      stack: string;
      /** What lets the stack into its cloud. */
      cloudEnvironment: Record<string, string>;
      /** @param source - as a TerraformLine tells it */
      onLine(stream: 'stdout' | 'stderr', line: string, source?: string): void;
      signal: AbortSignal;
      /** Ends a command without waiting for it. */
      killSignal: AbortSignal;
      graceMilliseconds(): number;
    },
  ) {}

  /** Makes the run directory anew, with the stack and an empty content. */
  async create(): Promise<void> {
    const { directory, settings, stack } = this.options;
    await directory.create(settings.directory, stack);
  }

  /** @param inputs - values of the stack's variables */
  async configure(inputs: object): Promise<void> {
    const { directory, stack } = this.options;
    await fs.writeFile(
      path.join(directory.stack(stack), 'terraform.tfvars.json'),
      JSON.stringify(inputs),
      { mode: 0o600 },
    );
  }

  async initialize(access: StateAccess): Promise<void> {
    if (access.backend) {
      const { directory, stack } = this.options;
      await fs.writeFile(
        path.join(directory.stack(stack), 'backend_override.tf.json'),
        JSON.stringify({ terraform: { backend: access.backend } }),
        { mode: 0o600 },
      );
    }
    await this.runStep(access, ['init', '-input=false', '-json']);
  }

  /**
   * Plans into the run directory's plan file.
   *
   * @returns the plan for people, and the hash that an approval is bound to
   */
  async plan(
    access: StateAccess,
    mode: PlanMode,
  ): Promise<{ plan: Plan; planHash: string; planFile: Buffer }> {
    const { planFile: file } = this.options.directory;
    await this.runStep(access, [
      'plan',
      '-input=false',
      '-json',
      `-out=${file}`,
      ...MODE_OPTIONS[mode],
    ]);
    const shown: string[] = [];
    await this.run(access, ['show', '-json', file], (stream, line) => {
      if (stream === 'stdout') shown.push(line);
    });
    const planFile = await fs.readFile(file);
    const read = mode === 'refresh-only' ? readDrift : readPlan;
    return {
      plan: read(JSON.parse(shown.join('\n'))),
      planHash: hashPlanFile(planFile),
      planFile,
    };
  }

  /** Applies the run directory's plan file, and nothing else. */
  async apply(access: StateAccess): Promise<void> {
    await this.runStep(access, [
      'apply',
      '-input=false',
      '-json',
      this.options.directory.planFile,
    ]);
  }

  /** One that reports in JSON, and has a limit of its own. */
  private async runStep(
    access: StateAccess,
    args: [command: 'init' | 'plan' | 'apply', ...string[]],
  ): Promise<void> {
    const { onLine, settings } = this.options;
    const errors: Diagnostic[] = [];
    const limit = AbortSignal.timeout(settings.stepLimitMilliseconds[args[0]]);
    try {
      await this.run(
        access,
        args,
        (stream, line) => {
          const { texts, source, diagnostic } = readTerraformLine(line);
          texts.forEach(text => onLine(stream, text, source));
          if (diagnostic?.severity === 'error') errors.push(diagnostic);
        },
        AbortSignal.any([this.options.signal, limit]),
      );
    } catch (error) {
      if (!(error instanceof TerraformError)) {
        throw error;
      }
      throw limit.aborted && !this.options.signal.aborted
        ? new StepLimitError(args[0])
        : new TerraformError(
            args[0],
            error.exitCode,
            classifyDiagnostics(errors),
          );
    }
  }

  private async run(
    access: StateAccess,
    args: string[],
    onLine = this.options.onLine,
    signal = this.options.signal,
  ): Promise<void> {
    const { settings, directory, stack, killSignal } = this.options;
    const credentialsFile = path.join(directory.path, 'state-credentials');
    if (access.credentialsFile) {
      await fs.writeFile(credentialsFile, access.credentialsFile, {
        mode: 0o600,
      });
    }
    const chdir = `-chdir=${directory.stack(stack)}`;
    const exitCode = await runCommand([settings.binary, chdir, ...args], {
      directory,
      environment: {
        ...this.options.cloudEnvironment,
        ...environmentOf(settings, directory),
        ...access.environment,
        ...(access.credentialsFile && {
          AWS_SHARED_CREDENTIALS_FILE: credentialsFile,
        }),
      },
      onLine,
      signal,
      killSignal,
      graceMilliseconds: this.options.graceMilliseconds,
    });
    if (exitCode !== 0) {
      throw new TerraformError(args[0], exitCode);
    }
  }
}

export function hashPlanFile(planFile: Buffer): string {
  return createHash('sha256').update(planFile).digest('hex');
}

/** All that Terraform and what it runs may know of their surroundings. */
function environmentOf(
  settings: TerraformSettings,
  directory: RunDirectory,
): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '/usr/local/bin:/usr/bin:/bin',
    HOME: directory.path,
    TF_IN_AUTOMATION: '1',
    CHECKPOINT_DISABLE: '1',
    ...(settings.cliConfigFile
      ? { TF_CLI_CONFIG_FILE: settings.cliConfigFile }
      : {}),
  };
}
