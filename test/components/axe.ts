import { act } from '@testing-library/react';
import { axe as check } from 'jest-axe';

/**
 * Checks a page's accessibility. The check takes its time, and what a watch or a run changes on the page meanwhile
 * belongs to React's act as much as the answer to a click does.
 */
export const axe = (...page: Parameters<typeof check>): ReturnType<typeof check> => act(() => check(...page));
