/** One plan that is kept as a fixture, in a folder of its cloud in examples/plans. */
export interface PlanScenario {
  /** Of the fixture. */
  name: string;
  /** Inputs of the stack, beside those every scenario of the cloud has. */
  inputs: Inputs;
  /** What is applied first; without it there is nothing yet. */
  before?: Inputs;
  /** Plans to remove everything. */
  destroy?: true;
  /** Mistakes somebody might make in the stack or its modules. */
  patches?: readonly Patch[];
}

export type Inputs = Record<string, unknown>;

export interface Patch {
  /** Below terraform/. */
  file: string;
  from: string;
  to: string;
}
