import { lazy } from 'react';
import type { ComponentType, LazyExoticComponent } from 'react';
import type { CodeRef } from '@openshift/dynamic-plugin-sdk';

type AnyProps = Record<string, unknown>;
const made = new Map<string, LazyExoticComponent<ComponentType<AnyProps>>>();

/** The component behind an extension's code reference, loaded when it is first drawn. */
export function lazyReference(uid: string, reference: unknown): LazyExoticComponent<ComponentType<AnyProps>> {
  let component = made.get(uid);
  if (!component) {
    component = lazy(async () => ({ default: (await (reference as CodeRef)()) as ComponentType<AnyProps> }));
    made.set(uid, component);
  }
  return component;
}
