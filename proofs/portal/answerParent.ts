/** In a preloaded module: answers one question of the process that started this. */
export function answerParent(question: string, answer: () => unknown): void {
  process.on('message', message => {
    if ((message as { ask?: string }).ask === question) {
      process.send?.({ to: question, answer: answer() });
    }
  });
}

/** In a preloaded module: no portal outlives the proof that started it. */
export function endWithParent(): void {
  process.on('disconnect', () => process.exit());
}
