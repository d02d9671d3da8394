import type { Action } from '@openshift-console/dynamic-plugin-sdk';

type Identified = Pick<Action, 'id'>;

/**
 * Puts together what a menu shows. The virtualization plugin's menus show of actions with one id the first, so that a
 * stock action wins; the console's own menus, the topology's among them, merge nothing.
 */
export const menuActions = <A extends Identified>(stock: A[], provided: A[], mergesIds: boolean): A[] =>
  [...stock, ...provided].filter(({ id }, at, all) => !mergesIds || all.findIndex((other) => other.id === id) === at);

/** The ids that a menu shows more than once, which React takes for one and a person for a fault. */
export const repeatedIds = (actions: Identified[]): string[] => [
  ...new Set(actions.map(({ id }) => id).filter((id, at, all) => all.indexOf(id) !== at)),
];
