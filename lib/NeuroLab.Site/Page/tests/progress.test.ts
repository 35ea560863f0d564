import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NotebookJson } from '../notebook-json.js';
import { inWords, progressOf, summary, type Progress } from '../progress.js';
import { code } from './fakes.js';

const course: Progress = { name: '04.ipynb', read: false, exercises: [{ id: '04.1', state: 'not tried' }, { id: '04.2', state: 'not tried' }] };

function check(id: string, state: string): NotebookJson['cells'][number] {
  return { ...code(id, 'check'), outputs: [{ output_type: 'display_data', data: { 'application/vnd.neurolab.exercise+json': { id, state } } }] };
}

function notebook(metadata: Record<string, unknown>, ...cells: NotebookJson['cells']): NotebookJson {
  return { cells, metadata, nbformat: 4, nbformat_minor: 5 };
}

test('a notebook that nobody began says nothing', () => {
  assert.equal(inWords(course), '');
  assert.equal(summary([course]), '');
  assert.deepEqual(progressOf(notebook({}, code('a', '1')), course), course);
});

test('what the last check of an exercise said counts', () => {
  const tried = progressOf(notebook({ neurolab: { read: true } }, check('04.2', 'not yet'), check('04.2', 'right')), course);
  assert.deepEqual(tried.exercises, [{ id: '04.1', state: 'not tried' }, { id: '04.2', state: 'right' }]);
  assert.equal(inWords(tried), 'Read, 1 of 2 exercises right');
  assert.equal(summary([tried, course]), 'You have read 1 of 2 notebooks; 1 of 4 exercises are right.');
});

test('an exercise that is tried and not right yet is said, one that is damaged is passed over', () => {
  const damaged = notebook({ neurolab: 'x' }, { ...check('04.1', 'right'), outputs: [{ output_type: 'display_data', data: { 'application/vnd.neurolab.exercise+json': 7 } }] });
  assert.deepEqual(progressOf(damaged, course), course);
  assert.equal(inWords(progressOf(notebook({}, check('04.1', 'not yet')), course)), '0 of 2 exercises right');
});

test('a reading alone is said where there are no exercises', () => {
  assert.equal(inWords({ name: 'x.ipynb', read: true, exercises: [] }), 'Read');
});
