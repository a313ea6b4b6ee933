// Walks a journey on an engine. Whenever a "then" holds it is told again untruly, and must fail:
// a check that could not fail would prove nothing.
//
//   node tests/journeys/run.mjs [FILE...]      walks them on both engines, a line for each
import { AssertionError } from 'node:assert';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { engines } from '../support/program.mjs';
import { NotUnderstood, readFile } from './reading.mjs';
import { vocabulary } from './sentences.mjs';
import { World } from './world.mjs';

export const folder = path.dirname(fileURLToPath(import.meta.url));

export class Failed extends Error {}

async function mustFail(step, world) {
  const lies = step.sentence.untrue(step.said);
  for (const untrue of lies) {
    try {
      await step.sentence.act(world, untrue);
    } catch (error) {
      if (error instanceof AssertionError) continue;
      throw error;
    }
    throw new Failed(`${step.place}: “${step.text}” holds as well with ${JSON.stringify(untrue)}`);
  }
  return lies.length;
}

/** Gives how many untruths were noticed. Throws Failed, naming file and line, when a step fails. */
export async function walk(journey, engine) {
  const steps = vocabulary.understand(journey);
  const world = new World(engine);
  let noticed = 0;
  try {
    for (const step of steps) {
      try {
        if (step.kind !== 'given') await world.ready();
        await step.sentence.act(world, step.said);
        if (step.kind === 'then') noticed += await mustFail(step, world);
      } catch (error) {
        if (error instanceof Failed) throw error;
        throw new Failed(`${step.place}: ${step.kind} ${step.text}\n    ${error.message}`,
          { cause: error });
      }
    }
  } finally {
    await world.end();
  }
  return noticed;
}

export const journeys = () => fs.readdirSync(folder).filter((name) => name.endsWith('.test'))
  .sort().map((name) => readFile(path.join(folder, name)));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const chosen = process.argv.slice(2);
  let passed = 0, failed = 0;
  for (const journey of chosen.length ? chosen.map(readFile) : journeys()) {
    for (const engine of Object.values(engines)) {
      try {
        const noticed = await walk(journey, engine);
        passed += 1;
        console.log(`ok      ${engine.name}: ${journey.title} (${noticed} untruths noticed)`);
      } catch (error) {
        if (!(error instanceof Failed || error instanceof NotUnderstood)) throw error;
        failed += 1;
        console.log(`FAILED  ${engine.name}: ${journey.title}\n${error.message}`);
      }
    }
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
}
