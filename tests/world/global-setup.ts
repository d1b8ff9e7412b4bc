import type { TestProject } from 'vitest/node';
import { startWorld } from './world';
import './world-facts';

/** Starts the world once for all suites; they get its facts by `inject('world')`. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const world = await startWorld();
  project.provide('world', world.facts);
  return () => world.stop();
}
