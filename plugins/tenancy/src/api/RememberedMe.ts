import type { Me, MeApi } from '@freehold/plugin-tenancy-react';

/** Asks once who is signed in; a failure is asked again. */
export class RememberedMe implements MeApi {
  private answer?: Me;
  private question?: Promise<Me>;

  constructor(private readonly ask: () => Promise<Me>) {}

  cached(): Me | undefined {
    return this.answer;
  }

  load(): Promise<Me> {
    this.question ??= this.ask().then(
      me => {
        this.answer = me;
        return me;
      },
      error => {
        this.question = undefined;
        throw error;
      },
    );
    return this.question;
  }
}
