// A test for each journey on one engine, and a line for each.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { engines } from '../support/program.mjs';
import { journeys, walk } from './run.mjs';

export function walkAll(name) {
  const engine = engines[name];
  const found = journeys();
  test(`there are journeys to walk on ${name}`, () => assert.ok(found.length >= 10));
  for (const journey of found)
    test(`${name}: ${journey.title}`, () => walk(journey, engine));
}
