import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Keys } from '../keys.js';
import { joined } from '../notebook-json.js';
import { predictedCells } from '../prediction.js';
import { clock, stepsOf } from '../steps.js';
import { code, text } from './fakes.js';

const press = (key: string, timeStamp = 0, held: object = {}) =>
  ({ key, timeStamp, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held });

test('a key that must be pressed twice does nothing once', () => {
  const keys = new Keys();
  assert.equal(keys.command(press('d', 0)), null);
  assert.equal(keys.command(press('d', 300)), 'delete');
  assert.equal(keys.command(press('d', 400)), null);
  assert.equal(keys.command(press('d', 5000)), null);
});

test('Enter writes, runs, or runs and moves on', () => {
  const keys = new Keys();
  assert.equal(keys.command(press('Enter')), 'edit');
  assert.equal(keys.command(press('Enter', 0, { ctrlKey: true })), 'run');
  assert.equal(keys.command(press('Enter', 0, { shiftKey: true })), 'run-and-move');
  assert.equal(keys.command(press('c', 0, { ctrlKey: true })), null);
});

test('the cell under a question is predicted, others are not', () => {
  const cells = [text('q', 'So.\n\n**Predict, then run.** How many?'), code('a', '1'), code('b', '2'), text('t', 'Predict'), code('c', '3')];
  assert.deepEqual([...predictedCells(cells, joined)], ['a']);
});

test('a notebook is shown text by text, code before its run', () => {
  assert.deepEqual(stepsOf([text('t', '#'), code('a', '1')]).map(step => [step.cell, step.kind, step.number]),
    [['t', 'text', null], ['a', 'code', 1], ['a', 'run', 1]]);
  assert.equal(clock(65_000), '1:05');
});
