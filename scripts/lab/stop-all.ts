/** Something that runs and can be stopped. */
export interface Stoppable {
  readonly stop: () => Promise<void>;
}

/**
 * Collects what was started, to stop it in reverse order: `keep` each part as it starts, `stopAll` once.
 * A part that fails to stop does not keep the others from it.
 */
export class StartedParts {
  readonly #parts: Stoppable[] = [];

  /** Remembers a part and returns it. */
  keep<Part extends Stoppable>(part: Part): Part {
    this.#parts.push(part);
    return part;
  }

  /** Stops every part, last started first. Throws afterwards if any failed to stop. */
  async stopAll(): Promise<void> {
    const failures: unknown[] = [];
    for (const part of this.#parts.splice(0).reverse()) {
      try {
        await part.stop();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'some parts did not stop');
  }
}
