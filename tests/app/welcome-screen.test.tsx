// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { readSettings } from '#storage/device.ts';
import { makePhone, openAt } from '#tests/support/filing.tsx';

beforeEach(() => localStorage.clear());

test('nothing is chosen beforehand, and one press goes straight on', async () => {
  openAt(await makePhone(), '/welcome');
  for (const radio of await screen.findAllByRole('radio')) expect(radio).toHaveProperty('checked', false);
  await userEvent.click(screen.getByRole('button', { name: '开始用' }));
  await screen.findByRole('heading', { level: 1, name: '今天要办什么事？' });
  expect(readSettings()).toMatchObject({ started: true, size: '20', language: 'zh-CN' });
});

test('a text size is seen at once and kept', async () => {
  openAt(await makePhone(), '/welcome');
  await userEvent.click(await screen.findByRole('radio', { name: '越大越好' }));
  expect(document.documentElement.dataset['size']).toBe('30');
  expect(readSettings().size).toBe('30');
});

test('the language is offered in its own script, and changes words and document together', async () => {
  openAt(await makePhone(), '/welcome');
  await userEvent.click(await screen.findByRole('button', { name: 'English' }));
  expect(await screen.findByRole('button', { name: 'Start' })).toBeTruthy();
  await waitFor(() => expect(document.documentElement.lang).toBe('en'));
  expect(readSettings().language).toBe('en');
});
